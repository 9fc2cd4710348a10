package dev.tradewind.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The key a client repeats a request with. */
class IdempotencyKeyTest {

  @ParameterizedTest
  @ValueSource(strings = {"k", "8e03978e-40d5-43e8-bc93-6894a57f9324", "order/2026#1", "!~"})
  void a_key_is_visible_ascii(String key) {
    assertThat(IdempotencyKey.required(key)).isEqualTo(key);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t"})
  void a_key_that_is_missing_is_asked_for(String key) {
    refused(key, "missing-idempotency-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", " a", "ä", "a\nb", "a\u0000", "🔑"})
  void a_key_with_anything_else_is_refused(String key) {
    refused(key, "invalid-idempotency-key");
  }

  @Test
  void a_key_has_two_hundred_characters_at_most() {
    assertThat(IdempotencyKey.required("k".repeat(200))).hasSize(200);
    refused("k".repeat(201), "invalid-idempotency-key");
  }

  private static void refused(String key, String code) {
    assertThatThrownBy(() -> IdempotencyKey.required(key))
        .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
        .satisfies(problem -> {
          assertThat(problem.status()).isEqualTo(400);
          assertThat(problem.code()).isEqualTo(code);
          assertThat(problem.getMessage()).contains("Idempotency-Key");
        });
  }
}
