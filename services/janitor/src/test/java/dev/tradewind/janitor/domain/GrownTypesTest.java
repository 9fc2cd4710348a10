package dev.tradewind.janitor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.janitor.World;
import org.junit.jupiter.api.Test;

/** What was committed when a type was younger reads as the newer one where it was put again. */
class GrownTypesTest {

  private static final LoggedCommit FIRST = asked("CancellationRequested.v1", "{'reason':'late'}");
  private static final LoggedCommit GROWN = asked("CancellationRequested.v2", "{'reason':'late','by':'CUSTOMER'}");

  private static LoggedCommit asked(String type, String content) {
    return World.commit("orders", "order", "o-1", 2, World.event(type, content));
  }

  private static boolean same(LoggedCommit one, LoggedCommit other) {
    return Content.of(one).isSameAs(Content.of(other)) && Content.of(other).isSameAs(Content.of(one));
  }

  @Test
  void a_commit_put_again_in_a_newer_version_is_the_same() {
    assertThat(same(FIRST, GROWN)).isTrue();
    assertThat(same(FIRST, FIRST)).isTrue();
  }

  @Test
  void in_the_same_version_all_must_be_equal() {
    assertThat(same(FIRST, asked("CancellationRequested.v1", "{'reason':'dear'}"))).isFalse();
    assertThat(same(FIRST, asked("StepFailed.v1", "{'reason':'late'}"))).isFalse();
  }

  @Test
  void another_type_or_time_is_never_the_same_whatever_the_version() {
    assertThat(same(FIRST, asked("CancellationRefused.v2", "{'reason':'late'}"))).isFalse();
    assertThat(same(FIRST, World.at(World.NOW, GROWN))).isFalse();
  }
}
