package dev.tradewind.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotificationIdsTest {

  @Test
  void the_same_names_the_same_for_ever() {
    assertThat(NotificationIds.webhook("c-1", "key")).isEqualTo("2f888f4f-8020-5d68-950e-2dec234420fa");
  }

  @Test
  void different_things_have_different_names() {
    assertThat(List.of(
        NotificationIds.webhook("ab", "c"),
        NotificationIds.webhook("a", "bc"),
        NotificationIds.delivery("c-1", Optional.empty(), "m"),
        NotificationIds.delivery("c-2", Optional.empty(), "m"),
        NotificationIds.delivery("c-1", Optional.of("c-1"), "m"),
        NotificationIds.delivery("c-1", Optional.of("w"), "m"),
        NotificationIds.delivery("c-1", Optional.of("w"), "n"))).doesNotHaveDuplicates()
        .allMatch(NotificationIds::isOne).allMatch(id -> UUID.fromString(id).version() == 5);
  }

  @Test
  void what_is_none_is_seen() {
    assertThat(List.of("", "x", "../etc", "F0000000-0000-5000-8000-000000000000", "f0000000-0000-5000-8000-000000000000 "))
        .noneMatch(NotificationIds::isOne);
  }
}
