package dev.tradewind.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamIdTest {

  @Property
  void what_is_written_is_read_back(@ForAll @AlphaChars @StringLength(min = 1, max = 6) String kind, @ForAll @NotBlank String key) {
    var id = new StreamId(kind + "s", key);

    assertThat(StreamId.parse(id.toString())).isEqualTo(id);
  }

  @Test
  void a_key_may_hold_slashes() {
    assertThat(StreamId.parse("stock/a/b")).isEqualTo(new StreamId("stock", "a/b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "order", "/", "/key", "order/", " /key", "order/ "})
  void half_an_id_is_refused(String text) {
    assertThatThrownBy(() -> StreamId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_kind_holds_no_slash_because_it_could_not_be_read_back() {
    assertThatThrownBy(() -> new StreamId("a/b", "c")).hasMessage("kind must not hold a slash, but is 'a/b'");
  }

  @Test
  void a_kind_is_not_request_because_its_messages_would_look_like_requests() {
    assertThatThrownBy(() -> new StreamId("request", "c")).hasMessageStartingWith("kind must not be 'request'");
  }

  @Test
  void the_message_names_what_is_missing() {
    assertThatThrownBy(() -> new StreamId(null, "c")).hasMessage("kind must not be blank");
    assertThatThrownBy(() -> new StreamId("a", " ")).hasMessage("key must not be blank");
  }
}
