package dev.tradewind.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.quarkus.Problem.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client is told when something is wrong. */
class ProblemTest {

  @Test
  void a_problem_has_a_status_a_code_and_a_sentence() {
    var problem = Problem.of(404, "order-not-found", "There is no such order.");
    assertThat(problem.status()).isEqualTo(404);
    assertThat(problem.code()).isEqualTo("order-not-found");
    assertThat(problem).hasMessage("There is no such order.");
    assertThat(problem.violations()).isEmpty();
    assertThat(problem.retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 399, 600, 0, -1})
  void a_status_that_is_no_error_is_refused(int status) {
    assertThatThrownBy(() -> Problem.of(status, "code", "detail"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("status of a problem is 4xx or 5xx, but is " + status);
  }

  @Test
  void a_code_is_required() {
    assertThatThrownBy(() -> Problem.of(400, " ", "detail")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("code");
  }

  @Test
  void broken_rules_are_counted_in_the_detail() {
    assertThat(Problem.invalid(List.of(new Violation("a", "is required")))).hasMessage("The request breaks 1 rule; see violations.");
    assertThat(Problem.invalid(List.of(new Violation("a", "is required"), new Violation("b", "is required"))))
        .hasMessage("The request breaks 2 rules; see violations.");
  }

  @Test
  void the_list_of_broken_rules_cannot_be_changed_afterwards() {
    var violations = new ArrayList<>(List.of(new Violation("a", "is required")));
    var problem = Problem.invalid(violations);
    violations.clear();
    assertThat(problem.violations()).hasSize(1);
  }

  private record Wrong(int line, String why) {}

  @Test
  void what_is_wrong_in_several_places_is_listed_on_the_wire() {
    var errors = new ArrayList<>(List.of(new Wrong(3, "no price")));
    var problem = Problem.listing(422, "invalid-import", "One line is wrong.", errors, Optional.of(Duration.ofSeconds(2)));
    errors.clear();

    assertThat(problem.errors()).containsExactly(new Wrong(3, "no price"));
    assertThat(problem.violations()).isEmpty();
    assertThat(ProblemDetail.of(problem).errors()).isEqualTo(problem.errors());
    assertThat(ProblemDetail.response(problem).getHeaderString("Retry-After")).isEqualTo("2");
    assertThat(Problem.of(404, "not-found", "Nothing.").errors()).isEmpty();
  }

  @Test
  void on_the_wire_the_code_is_the_end_of_the_type_and_the_title_in_words() {
    var detail = ProblemDetail.of(Problem.of(422, "idempotency-key-reused", "Use a new key."));
    assertThat(detail.type()).isEqualTo("urn:tradewind:problem:idempotency-key-reused");
    assertThat(detail.title()).isEqualTo("Idempotency key reused");
    assertThat(detail.status()).isEqualTo(422);
    assertThat(detail.detail()).isEqualTo("Use a new key.");
  }

  @Test
  void the_answer_is_of_the_media_type_of_rfc_9457() {
    var answer = ProblemDetail.response(Problem.of(404, "not-found", "Nothing."));
    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(answer.getMediaType()).hasToString("application/problem+json");
    assertThat(answer.getHeaderString("Retry-After")).isNull();
  }

  @Test
  void a_client_that_may_come_again_hears_when_in_whole_seconds_and_never_at_once() {
    assertThat(retryAfter(Duration.ofSeconds(30))).isEqualTo("30");
    assertThat(retryAfter(Duration.ofMillis(200))).isEqualTo("1");
    assertThat(retryAfter(Duration.ZERO)).isEqualTo("1");
  }

  @Test
  void what_is_only_not_there_yet_may_say_what_it_is() {
    var problem = Problem.notYet(503, "version-not-reached", "Version 5 has not come yet.", Duration.ofSeconds(2));

    assertThat(problem.code()).isEqualTo("version-not-reached");
    assertThat(ProblemDetail.response(problem).getStatus()).isEqualTo(503);
    assertThat(ProblemDetail.response(problem).getHeaderString("Retry-After")).isEqualTo("2");
  }

  private static String retryAfter(Duration wait) {
    var answer = ProblemDetail.response(Problem.unavailable("Later.", wait));
    assertThat(answer.getStatus()).isEqualTo(503);
    return answer.getHeaderString("Retry-After");
  }
}
