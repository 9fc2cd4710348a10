package dev.tradewind.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.aws.Parcels.Carry;
import dev.tradewind.aws.Parcels.Happening;
import dev.tradewind.aws.Parcels.Packed;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.Types;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.UnreadableMessage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CommitItemTest {

  private static final StreamId STREAM = new StreamId("parcel", "p-1");

  private final CommitItem<Happening> items = new CommitItem<>(Parcels.CODEC, Happening.class);

  @Test
  void a_full_commit_has_these_attributes() {
    var cause = new Cause("order/p-9/2/0", "parcel/p-1/1/0", "p-9", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    var item = items.write(commit(cause, Parcels.NOW, List.of(Outgoing.now(new Carry("tea")))));

    assertThat(item).containsOnlyKeys("stream", "version", "c", "a", "o", "p", "t", "e", "m");
    assertThat(item.get("stream")).isEqualTo(AttributeValue.fromS("parcel/p-1"));
    assertThat(item.get("version")).isEqualTo(AttributeValue.fromN("2"));
    assertThat(item.get("c")).isEqualTo(AttributeValue.fromS("order/p-9/2/0"));
    assertThat(item.get("t")).isEqualTo(AttributeValue.fromN("1772366400000"));
    assertThat(item.get("e")).isEqualTo(AttributeValue.fromS("[[\"Packed.v1\",{\"what\":\"tea\"}]]"));
    assertThat(item.get("m")).isEqualTo(AttributeValue.fromS("[[\"tradewind.carrier.Carry.v1\",{\"what\":\"tea\"}]]"));
  }

  @Test
  void what_is_empty_or_follows_from_the_stream_is_left_out() {
    var item = items.write(commit(new Cause("request/k", "", "p-1", ""), Parcels.NOW, List.of()));

    assertThat(item).containsOnlyKeys("stream", "version", "c", "t", "e");
    assertThat(items.read(item).cause().correlationId()).isEqualTo("p-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "2026-03-01T12:00:00Z", "2026-03-01T12:00:00.001Z", "2026-03-01T12:00:00.123456789Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999999Z",
    "1970-01-01T00:00:00.000000001Z", "9999-12-31T23:59:59.999Z", "-0001-01-01T00:00:00.5Z"})
  void every_time_is_read_back_as_it_was(String time) {
    var commit = commit(new Cause("m-1", "", "p-1", ""), Instant.parse(time), List.of());

    assertThat(items.read(items.write(commit))).isEqualTo(commit);
  }

  @Test
  void a_commit_this_build_does_not_understand_is_no_reason_to_give_the_message_up() {
    var newer = new CommitItem<>(new JsonCodec(Parcels.TYPES.and(Types.records("depot", PackedV2.class))), PackedV2.class);
    var item = newer.write(new Commit<>(STREAM, 2, new Cause("m-1", "", "p-1", ""), Parcels.NOW, List.of(new PackedV2("tea")), List.of()));

    assertThatThrownBy(() -> items.read(item))
        .isInstanceOf(IllegalStateException.class)
        .isNotInstanceOf(UnreadableMessage.class)
        .hasMessageContaining("commit parcel/p-1/2 cannot be read")
        .hasMessageContaining("Packed.v2");
  }

  @Test
  void whoever_knows_no_types_reads_what_the_central_log_would_tell() {
    var cause = new Cause("order/p-9/2/0", "parcel/p-1/1/0", "p-9", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    var commit = commit(cause, Parcels.NOW, List.of(Outgoing.now(new Carry("tea")), Outgoing.deadline(STREAM, Parcels.NOW.plusSeconds(7))));
    var log = new LogCodec(Parcels.CODEC);

    assertThat(CommitItem.logged("carrier", items.write(commit), new LogCodec(new JsonCodec(Types.of()))))
        .isEqualTo(log.read(log.write("carrier", commit)));
  }

  @Test
  void an_item_that_is_no_commit_is_named() {
    var item = new HashMap<>(items.write(commit(new Cause("m-1", "", "p-1", ""), Parcels.NOW, List.of())));
    item.put("e", AttributeValue.fromS("tea"));

    assertThatThrownBy(() -> CommitItem.logged("carrier", item, new LogCodec(Parcels.CODEC))).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("commit parcel/p-1/2 of carrier cannot be read");
  }

  private record PackedV2(String what) {}

  private static Commit<Happening> commit(Cause cause, Instant at, List<Outgoing> messages) {
    return new Commit<>(STREAM, 2, cause, at, List.of(new Packed("tea")), messages);
  }
}
