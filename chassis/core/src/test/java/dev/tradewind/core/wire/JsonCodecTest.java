package dev.tradewind.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Message;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.Sample;
import dev.tradewind.core.Sample.Ask;
import dev.tradewind.core.Sample.Kept;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The text on the wire and in the journal is a promise: change it, and what is stored can no longer be read. */
class JsonCodecTest {

  private final JsonCodec codec = new JsonCodec(Sample.TYPES);

  @Test
  void a_message_is_a_cloudevent_in_json() {
    assertThat(codec.write(Sample.message(new Ask("a", 2)))).isEqualTo(
        "{\"specversion\":\"1.0\",\"id\":\"order/o-1/1/0\",\"source\":\"/tradewind/orders\",\"type\":\"tradewind.stock.Ask.v1\","
            + "\"subject\":\"order/o-1\",\"time\":\"2026-03-01T12:00:00Z\",\"datacontenttype\":\"application/json\",\"sequence\":\"1\","
            + "\"causationid\":\"m-1\",\"correlationid\":\"o-1\",\"data\":{\"what\":\"a\",\"times\":2}}");
  }

  @Test
  void trace_and_due_time_stand_in_it_only_when_there_are_some() {
    var message = Sample.message(new Ask("a", 2)).tracedBy("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01").dueAt(Sample.NOON);

    assertThat(codec.write(message))
        .contains("\"traceparent\":\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\",\"notbefore\":\"2026-03-01T12:00:00Z\"");
    assertThat(codec.read(codec.write(message))).isEqualTo(message);
  }

  @Test
  void times_are_text_and_what_is_absent_is_left_out() {
    assertThat(codec.write(Sample.message(Sample.told("t")))).endsWith(
        "\"data\":{\"text\":\"t\",\"number\":1,\"flag\":true,\"when\":\"2026-03-01T12:00:00Z\",\"lasted\":\"PT1M\",\"asks\":[],\"counts\":{},\"colour\":\"RED\"}}");
  }

  @Test
  void a_commit_keeps_its_events_as_pairs_of_name_and_content() {
    assertThat(codec.writeEvents(List.of(new Kept("k")))).isEqualTo("[[\"Kept.v1\",{\"text\":\"k\"}]]");
    assertThat(codec.writeEvents(List.of())).isEqualTo("[]");
  }

  @Test
  void a_commit_keeps_its_messages_with_the_time_a_deadline_is_due() {
    assertThat(codec.writeOutgoing(List.of(Outgoing.now(new Ask("a", 1)), Outgoing.deadline(Sample.STREAM, Sample.NOON)))).isEqualTo(
        "[[\"tradewind.stock.Ask.v1\",{\"what\":\"a\",\"times\":1}],[\"tradewind.chassis.Deadline.v1\",{\"stream\":\"order/o-1\"},\"2026-03-01T12:00:00Z\"]]");
  }

  @Test
  void one_event_in_an_older_form_does_not_hide_the_others() {
    assertThat(codec.readEvents("[[\"Kept.v1\",{\"text\":\"a\",\"dropped\":1}],[\"Kept.v1\",{\"text\":\"b\"}]]", Kept.class))
        .containsExactly(new Kept("a"), new Kept("b"));
  }

  @Test
  void what_is_not_listed_cannot_be_written() {
    assertThatThrownBy(() -> codec.write(Sample.message(new Sample.Unlisted("u")))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_message_always_says_what_caused_it() {
    assertThatThrownBy(() -> new Message(
        "m-1", "/tradewind/orders", "order/o-1", 1, Sample.NOON, "", "o-1", "", Optional.empty(), new Ask("a", 1)))
        .hasMessage("causationId must not be blank");
  }
}
