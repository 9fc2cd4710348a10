package dev.tradewind.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentMessagesTest {

  private final RecentMessages recent = new RecentMessages();
  private final List<String> handled = new ArrayList<>();

  @Test
  void a_copy_of_what_was_handled_is_not_handled_again() {
    handle("m-1");
    handle("m-1");
    handle("m-2");

    assertThat(handled).containsExactly("m-1", "m-2");
  }

  @Test
  void what_failed_was_not_handled() {
    var failing = recent.once(message("m-1"), () -> Uni.createFrom().failure(new IllegalStateException("down")));
    assertThatThrownBy(() -> failing.await().indefinitely()).hasMessage("down");

    handle("m-1");

    assertThat(handled).containsExactly("m-1");
  }

  @Test
  void the_oldest_are_forgotten_so_that_memory_stays_bounded() {
    IntStream.rangeClosed(0, 10_000).forEach(n -> handle("m-" + n));
    handled.clear();

    handle("m-10000");
    handle("m-1");
    handle("m-0");

    assertThat(handled).containsExactly("m-0");
  }

  private void handle(String id) {
    recent.once(message(id), () -> Uni.createFrom().voidItem().invoke(() -> handled.add(id))).await().indefinitely();
  }

  private static Message message(String id) {
    return new Message(id, "/tradewind/test", "test/1", 1, Instant.EPOCH, "cause", "o-1", "", Optional.empty(), new Sample.Ask("a", 1));
  }
}
