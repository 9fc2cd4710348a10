package dev.tradewind.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookupTest {

  private final List<UniEmitter<? super String>> questions = new ArrayList<>();
  private final Lookup<String> lookup = new Lookup<>(Uni.createFrom().emitter(questions::add));

  @Test
  void nothing_is_asked_before_it_is_needed() {
    lookup.get();

    assertThat(questions).isEmpty();
  }

  @Test
  void those_who_ask_at_once_share_one_question_and_later_ones_its_answer() {
    var first = ask();
    var second = ask();
    questions.getFirst().complete("url");

    first.assertItem("url");
    second.assertItem("url");
    ask().assertItem("url");
    assertThat(questions).hasSize(1);
  }

  @Test
  void a_failure_reaches_those_who_asked_and_is_then_forgotten() {
    var first = ask();
    questions.getFirst().fail(new IllegalStateException("no such queue"));
    first.assertFailedWith(IllegalStateException.class, "no such queue");

    var second = ask();
    questions.getLast().complete("url");

    second.assertItem("url");
    assertThat(questions).hasSize(2);
  }

  private UniAssertSubscriber<String> ask() {
    return lookup.get().subscribe().withSubscriber(UniAssertSubscriber.create());
  }
}
