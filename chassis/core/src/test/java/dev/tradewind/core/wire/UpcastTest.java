package dev.tradewind.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Command;
import dev.tradewind.core.Types;
import dev.tradewind.core.Types.Type;
import dev.tradewind.core.Upcast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was written in an older version is read as the newest. */
class UpcastTest {

  /** Version 1 had only a name; version 2 said how many; version 3 calls the name what it is. */
  record Moved(String item, int count) implements Command {}

  private static final Upcast COUNTED = Upcast.adding(1, "count", 1);
  private static final Upcast RENAMED = Upcast.from(2, content -> {
    var renamed = new HashMap<>(content);
    renamed.put("item", renamed.remove("name"));
    return renamed;
  });

  private final Types types = Types.of(Types.grown(Types.commands("depot", Moved.class), COUNTED, RENAMED));
  private final JsonCodec codec = new JsonCodec(types);

  @Test
  void the_newest_version_is_written() {
    assertThat(codec.writeEvents(List.of(new Moved("box", 2)))).isEqualTo("[[\"tradewind.depot.Moved.v3\",{\"item\":\"box\",\"count\":2}]]");
    assertThat(types.all()).extracting(Type::name).containsExactly("tradewind.depot.Moved.v3");
  }

  @Test
  void every_version_is_read_in_the_journal_in_messages_and_in_the_log() {
    var versions = Map.of(
        "tradewind.depot.Moved.v1", "{\"name\":\"box\"}",
        "tradewind.depot.Moved.v2", "{\"name\":\"box\",\"count\":1}",
        "tradewind.depot.Moved.v3", "{\"item\":\"box\",\"count\":1}");
    versions.forEach((name, content) -> {
      var pair = "[[\"%s\",%s]]".formatted(name, content);
      assertThat(codec.readEvents(pair, Moved.class)).as(name).containsExactly(new Moved("box", 1));
      assertThat(codec.readOutgoing(pair)).as(name).extracting(message -> message.data()).containsExactly(new Moved("box", 1));
      assertThat(codec.read(message(name, content)).data()).as(name).isEqualTo(new Moved("box", 1));

      var log = new LogCodec(codec);
      var commit = log.read(logged(name, content));
      assertThat(log.content(commit.events().getFirst(), Moved.class)).as(name).contains(new Moved("box", 1));
      assertThat(log.messages(commit)).as(name).extracting(message -> message.data()).containsExactly(new Moved("box", 1));
      assertThat(commit.events().getFirst().type()).as("raw").isEqualTo(name);
    });
  }

  @Test
  void a_version_that_nobody_ever_wrote_is_not_known() {
    assertThatThrownBy(() -> codec.readEvents("[[\"tradewind.depot.Moved.v4\",{}]]", Moved.class))
        .isInstanceOf(UnreadableMessage.class).hasMessage("type tradewind.depot.Moved.v4 is not known here");
  }

  @Test
  void an_upcast_that_fails_or_makes_what_does_not_fit_is_unreadable_content_and_is_not_quoted() {
    var broken = new JsonCodec(Types.of(Types.grown(
        Types.records("depot", Moved.class), Upcast.from(1, content -> Map.of("item", content.get("secret"))))));

    assertThatThrownBy(() -> broken.readEvents("[[\"Moved.v1\",{}]]", Moved.class))
        .hasMessage("data of Moved.v1 does not fit: its upcast fails with NullPointerException");
    assertThatThrownBy(() -> broken.readEvents("[[\"Moved.v1\",{\"secret\":\"s3cret\"}]]", Moved.class))
        .isInstanceOf(UnreadableMessage.class).hasMessageNotContaining("s3cret");
  }

  @Test
  void a_missing_link_is_found_at_the_start() {
    var third = Upcast.adding(3, "weight", 0);
    assertThatThrownBy(() -> types(COUNTED, third)).hasMessage("nothing says how Moved.v2 becomes Moved.v3: list an upcast for it");
    assertThatThrownBy(() -> types(RENAMED)).hasMessage("nothing says how Moved.v1 becomes Moved.v2: list an upcast for it");
  }

  @Test
  void a_chain_may_begin_at_a_version_that_has_a_class_of_its_own() {
    record Pay(String key) {}
    record PayV3(String key, Optional<String> note, int cents) {}
    var both = new JsonCodec(Types.of(
        Types.records("till", Pay.class), Types.grown(Types.records("till", PayV3.class), Upcast.adding(2, "cents", 5))));

    assertThat(both.readEvents("[[\"Pay.v1\",{\"key\":\"k\"}],[\"Pay.v2\",{\"key\":\"k\"}]]", Object.class))
        .containsExactly(new Pay("k"), new PayV3("k", Optional.empty(), 5));
  }

  @Test
  void a_version_is_read_in_one_way_only() {
    record MovedV2(String item) {}
    assertThatThrownBy(() -> Types.of(Types.records("depot", MovedV2.class), Types.grown(Types.records("depot", Moved.class), COUNTED, RENAMED)))
        .hasMessage("Moved.v2 has a class of its own and an upcast to Moved.v3");
    assertThatThrownBy(() -> Types.grown(Types.records("depot", MovedV2.class), COUNTED, RENAMED)).hasMessage("Moved.v2 cannot be version 3 too");
    assertThatThrownBy(() -> types(COUNTED, RENAMED, COUNTED)).hasMessage("Moved.v1 has two upcasts from one version");
    assertThatThrownBy(() -> Types.grown(List.of(), COUNTED)).hasMessage("one type grows at a time, by at least one upcast");
    assertThatThrownBy(() -> Upcast.adding(0, "a", 1)).hasMessage("an upcast begins at version 1 or later, but at 0");
  }

  private static Types types(Upcast... upcasts) {
    return Types.of(Types.grown(Types.records("depot", Moved.class), upcasts));
  }

  private static String message(String type, String data) {
    return "{\"specversion\":\"1.0\",\"id\":\"a/1/1/0\",\"source\":\"/tradewind/a\",\"type\":\"%s\",\"subject\":\"a/1\",\"time\":\"2026-03-01T12:00:00Z\","
        .formatted(type) + "\"sequence\":\"1\",\"causationid\":\"m\",\"correlationid\":\"1\",\"data\":%s}".formatted(data);
  }

  private static String logged(String type, String data) {
    return "{\"specversion\":\"1.0\",\"id\":\"a/1/1\",\"source\":\"/tradewind/a\",\"type\":\"tradewind.a.Committed.v1\",\"subject\":\"a/1\","
        + "\"time\":\"2026-03-01T12:00:00Z\",\"sequence\":\"1\",\"causationid\":\"m\",\"correlationid\":\"1\","
        + "\"data\":{\"events\":[[\"%s\",%s]],\"messages\":[[\"%s\",%s]]}}".formatted(type, data, type, data);
  }
}
