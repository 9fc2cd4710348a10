package dev.tradewind.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.orders.domain.OrderEvent.CancellationRequested;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events as they were once committed. They lie in the journal, the log and the archive, and are read for ever; never edit them. */
class OrderSamplesTest {

  private static final Path SAMPLES = Path.of("src/test/resources/samples");
  private static final CancellationRequested BY_CUSTOMER = new CancellationRequested("changed-mind", Requester.CUSTOMER);
  private static final CancellationRequested BY_OPERATOR = new CancellationRequested("changed-mind", Requester.OPERATOR);

  private final JsonCodec codec = new JsonCodec(Contracts.TYPES.and(OrderEvent.RECORDS));

  @Test
  void a_cancellation_that_did_not_say_who_asked_was_the_customers() throws IOException {
    assertThat(codec.readEvents(sample("CancellationRequested.v1"), OrderEvent.class)).containsExactly(BY_CUSTOMER);
  }

  @Test
  void a_cancellation_says_who_asked() throws IOException {
    assertThat(codec.readEvents(sample("CancellationRequested.v2"), OrderEvent.class)).containsExactly(BY_OPERATOR);
    assertThat(codec.writeEvents(List.of(BY_OPERATOR))).isEqualTo(sample("CancellationRequested.v2"));
  }

  @Test
  void a_reader_of_the_log_sees_the_same() throws IOException {
    var log = new LogCodec(codec);
    var record = Files.readString(SAMPLES.resolve("log-record-with-CancellationRequested.v1.json"), StandardCharsets.UTF_8);

    assertThat(log.read(record).events()).singleElement()
        .satisfies(event -> assertThat(log.content(event, OrderEvent.class)).contains(BY_CUSTOMER));
  }

  private static String sample(String name) throws IOException {
    return Files.readString(SAMPLES.resolve(name + ".json"), StandardCharsets.UTF_8).strip();
  }
}
