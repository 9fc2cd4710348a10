package dev.tradewind.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.core.Deadline;
import dev.tradewind.core.Message;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.Payload;
import dev.tradewind.core.Sample;
import dev.tradewind.core.Sample.Ask;
import dev.tradewind.core.Sample.AskV2;
import dev.tradewind.core.Sample.Colour;
import dev.tradewind.core.Sample.Kept;
import dev.tradewind.core.Sample.Told;
import dev.tradewind.core.StreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back, whatever it holds. */
class JsonCodecPropertiesTest {

  private final JsonCodec codec = new JsonCodec(Sample.TYPES);

  @Property(tries = 300)
  void messages(@ForAll("anyMessage") Message message) {
    assertThat(codec.read(codec.write(message))).isEqualTo(message);
  }

  @Property(tries = 300)
  void the_same_message_is_always_written_in_the_same_bytes(@ForAll("anyMessage") Message message) {
    assertThat(codec.write(codec.read(codec.write(message)))).isEqualTo(codec.write(message));
  }

  @Property(tries = 100)
  void events_of_a_commit(@ForAll List<String> texts) {
    var events = texts.stream().map(Kept::new).toList();

    assertThat(codec.readEvents(codec.writeEvents(events), Kept.class)).isEqualTo(events);
  }

  @Property(tries = 100)
  void outgoing_messages_of_a_commit(@ForAll("payloads") Payload payload, @ForAll("instants") Instant due) {
    var outgoing = List.of(Outgoing.now(payload), Outgoing.deadline(Sample.STREAM, due), Outgoing.now(payload));

    assertThat(codec.readOutgoing(codec.writeOutgoing(outgoing))).isEqualTo(outgoing);
  }

  @Provide
  Arbitrary<Message> anyMessage() {
    var texts = texts();
    return Combinators.combine(
            texts, texts, texts, Arbitraries.longs(), instants(), texts, texts, Arbitraries.strings().ofMaxLength(20).map(JsonCodecPropertiesTest::blankless))
        .as((id, source, subject, sequence, time, cause, correlation, trace) ->
            new Message(id, source, subject, sequence, time, cause, correlation, trace, Optional.empty(), new Ask("a", 1)))
        .flatMap(message -> Combinators.combine(payloads(), instants().optional()).as((data, due) -> new Message(
            message.id(), message.source(), message.subject(), message.sequence(), message.time(), message.causationId(),
            message.correlationId(), message.traceparent(), due, data)));
  }

  @Provide
  Arbitrary<Payload> payloads() {
    var strings = Arbitraries.strings().ofMaxLength(20);
    Arbitrary<Ask> asks = Combinators.combine(texts(), Arbitraries.integers().greaterOrEqual(1)).as(Ask::new);
    Arbitrary<AskV2> asksV2 = Combinators.combine(strings, strings.optional()).as(AskV2::new);
    Arbitrary<Told> told = Combinators.combine(strings, Arbitraries.longs(), Arbitraries.of(true, false), instants(), strings.optional(),
            asks.list().ofMaxSize(3), Arbitraries.maps(strings, Arbitraries.integers()).ofMaxSize(3), Arbitraries.of(Colour.class))
        .as((text, number, flag, when, perhaps, list, map, colour) ->
            new Told(text, number, flag, when, Duration.between(Instant.EPOCH, when), perhaps, list, map, colour));
    return Arbitraries.oneOf(asks, asksV2, told, texts().map(key -> new Deadline(new StreamId("order", key).toString())));
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs().between(Instant.parse("-1000-01-01T00:00:00Z").getEpochSecond(), Instant.parse("9999-12-31T23:59:59Z").getEpochSecond()),
            Arbitraries.integers().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().ofMinLength(1).ofMaxLength(20).filter(text -> !text.isBlank());
  }

  private static String blankless(String text) {
    return text.isBlank() ? "" : text;
  }
}
