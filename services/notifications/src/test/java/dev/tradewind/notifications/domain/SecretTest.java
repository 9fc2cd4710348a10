package dev.tradewind.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

  @Test
  void it_is_written_as_standard_webhooks_wants_it() {
    var secret = Secret.of(new byte[24]);
    assertThat(secret.value()).isEqualTo("whsec_" + "A".repeat(32));
    assertThat(secret.key()).isEqualTo(new byte[24]);
    assertThat(secret).hasToString("***");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 23, 65})
  void it_is_neither_short_nor_long(int bytes) {
    assertThatThrownBy(() -> Secret.of(new byte[bytes])).hasMessageStartingWith("a secret has 24 to 64 bytes");
  }

  @Test
  void it_begins_as_it_must() {
    assertThatThrownBy(() -> new Secret("A".repeat(32))).hasMessage("a secret begins with whsec_");
  }
}
