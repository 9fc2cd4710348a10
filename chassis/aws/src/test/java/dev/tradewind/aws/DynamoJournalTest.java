package dev.tradewind.aws;

import dev.tradewind.core.Journal;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.testkit.ContractEvent;
import dev.tradewind.testkit.JournalContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoJournalTest extends JournalContract {

  private static Cloud cloud;
  private static Journal<ContractEvent> journal;

  @BeforeAll
  static void open() {
    cloud = new Cloud(LocalCloud.endpoint());
    journal = new DynamoJournal<>(cloud.dynamo, cloud.table(), new JsonCodec(ContractEvent.TYPES), ContractEvent.class);
  }

  @AfterAll
  static void close() {
    cloud.close();
  }

  @Override
  protected Journal<ContractEvent> journal() {
    return journal;
  }
}
