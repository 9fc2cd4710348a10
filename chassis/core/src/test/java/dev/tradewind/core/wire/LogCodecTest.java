package dev.tradewind.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Event;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.Sample;
import dev.tradewind.core.Sample.Ask;
import dev.tradewind.core.Sample.Kept;
import dev.tradewind.core.Sample.Told;
import dev.tradewind.core.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The text in the log is a promise to every reader, today and in ten years. */
class LogCodecTest {

  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final String BARE =
      "{\"specversion\":\"1.0\",\"id\":\"order/o-1/3\",\"source\":\"/tradewind/orders\",\"type\":\"tradewind.orders.Committed.v1\","
          + "\"subject\":\"order/o-1\",\"time\":\"2026-03-01T12:00:00Z\",\"datacontenttype\":\"application/json\",\"sequence\":\"3\","
          + "\"causationid\":\"request/r-1\",\"correlationid\":\"o-1\",\"data\":{\"events\":[[\"Kept.v1\",{\"text\":\"version 3\"}]],\"messages\":[]}}";

  private final LogCodec codec = new LogCodec(new JsonCodec(Sample.TYPES));

  @Test
  void a_commit_is_a_cloudevent_that_holds_what_the_journal_holds() {
    assertThat(codec.write("orders", Sample.commit(3, Sample.request()))).isEqualTo(BARE);
  }

  @Test
  void what_it_answers_and_its_trace_stand_in_it_only_when_there_are_some() {
    var commit = Sample.commit(3, new Cause("m-1", "q-1", "o-1", TRACE));

    assertThat(codec.write("orders", commit))
        .contains("\"causationid\":\"m-1\",\"answers\":\"q-1\",\"correlationid\":\"o-1\",\"traceparent\":\"" + TRACE + "\",\"data\"");
    assertThat(codec.read(codec.write("orders", commit)).cause()).isEqualTo(commit.cause());
  }

  @Test
  void a_reader_gets_back_what_was_committed() {
    var commit = everything(Sample.request());

    var read = codec.read(codec.write("orders", commit));

    assertThat(read.service()).isEqualTo("orders");
    assertThat(read.id()).isEqualTo(commit.id());
    assertThat(read.stream()).isEqualTo(commit.stream());
    assertThat(read.version()).isEqualTo(commit.version());
    assertThat(read.cause()).isEqualTo(commit.cause());
    assertThat(read.at()).isEqualTo(commit.at());
    assertThat(read.events().stream().map(event -> codec.content(event, Kept.class).orElseThrow())).containsExactlyElementsOf(commit.events());
    assertThat(codec.messages(read)).isEqualTo(commit.messagesFrom("orders"));
  }

  @Test
  void messages_have_the_ids_that_queues_and_topics_carried_deadlines_of_requests_too() {
    for (var cause : List.of(Sample.request(), Sample.message("m-1"))) {
      var commit = everything(cause);
      assertThat(codec.messages(codec.read(codec.write("orders", commit)))).isEqualTo(commit.messagesFrom("orders"));
    }
  }

  @Test
  void a_reader_that_knows_only_some_types_gets_their_messages_under_the_same_ids() {
    var onlyTold = new LogCodec(new JsonCodec(Types.of(Types.events("orders", Told.class))));
    var commit = Sample.commit(2, Sample.message("m-1"), new Ask("a", 1), Sample.told("t"));

    var read = onlyTold.read(codec.write("orders", commit));

    assertThat(onlyTold.messages(read)).containsExactly(commit.messagesFrom("orders").get(1));
    assertThat(read.messages()).extracting(LoggedCommit.Entry::type).containsExactly("tradewind.stock.Ask.v1", "tradewind.orders.Told.v1");
    assertThat(read.events().getFirst().content().path("text").asText()).isEqualTo("version 2");
    assertThat(onlyTold.content(read.events().getFirst(), Event.class)).isEmpty();
  }

  @Test
  void what_a_newer_writer_adds_is_ignored() {
    assertThat(codec.read(BARE.replace("\"data\":{", "\"colour\":\"red\",\"data\":{\"more\":1,"))).isEqualTo(codec.read(BARE));
  }

  @Test
  void what_is_no_commit_says_why() {
    refused("[]", "a message is a JSON object");
    refused(BARE.replace("\"1.0\"", "\"2.0\""), "specversion must be \"1.0\": only CloudEvents 1.0 is understood");
    refused(BARE.replace("Committed.v1", "Told.v1"), "no commit: type is that of a commit of its source");
    refused(BARE.replace("order/o-1/3", "order/o-1/4"), "no commit: id is made of subject and sequence");
    refused(BARE.replace("/tradewind/orders", "/elsewhere"), "no commit: source begins with /tradewind/ and names a service");
    refused(BARE.replace("\"sequence\":\"3\"", "\"sequence\":\"x\""), "sequence is a whole number");
    refused(BARE.replace("\"sequence\":\"3\"", "\"sequence\":\"0\""), "no commit: version starts at 1");
    refused(BARE.replace("\"subject\":\"order/o-1\"", "\"subject\":\"nonsense\""), "no commit: a stream id looks like kind/key");
    refused(BARE.replace("2026-03-01T12:00:00Z", "noon"), "time is an ISO 8601 instant");
    refused(BARE.replace("\"causationid\":\"request/r-1\",", ""), "the attribute causationid is missing");
    refused(BARE.replace("\"messages\":[]", "\"messages\":{}"), "a commit keeps its events and its messages as JSON arrays");
    refused(BARE.replace("{\"text\":\"version 3\"}", "7"), "no commit: content is a JSON object");
  }

  private void refused(String text, String why) {
    assertThatThrownBy(() -> codec.read(text)).isInstanceOf(UnreadableMessage.class).hasMessageStartingWith(why);
  }

  private static Commit<Kept> everything(Cause cause) {
    return new Commit<>(Sample.STREAM, 3, cause, Sample.NOON, List.of(new Kept("a"), new Kept("b")),
        List.of(Outgoing.now(Sample.told("t")), Outgoing.now(new Ask("a", 1)), Outgoing.deadline(Sample.STREAM, Sample.NOON)));
  }
}
