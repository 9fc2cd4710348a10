package dev.tradewind.testkit;

import dev.tradewind.core.Journal;
import dev.tradewind.core.wire.JsonCodec;
import org.junit.jupiter.api.Nested;

class InMemoryJournalTest {

  @Nested
  class Plain extends JournalContract {

    private final Journal<ContractEvent> journal = InMemoryJournal.plain();

    @Override
    protected Journal<ContractEvent> journal() {
      return journal;
    }
  }

  @Nested
  class ThroughTheCodec extends JournalContract {

    private final Journal<ContractEvent> journal = InMemoryJournal.through(new JsonCodec(ContractEvent.TYPES), ContractEvent.class);

    @Override
    protected Journal<ContractEvent> journal() {
      return journal;
    }
  }
}
