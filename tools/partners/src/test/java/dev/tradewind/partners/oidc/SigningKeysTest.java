package dev.tradewind.partners.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final SigningKeys keys = new SigningKeys(() -> now, Duration.ofHours(1));

  @Test
  void the_key_that_signs_is_published_without_its_private_half() {
    assertThat(keys.published().getKeys()).singleElement().satisfies(key -> {
      assertThat(key.getKeyID()).isEqualTo(keys.current().getKeyID());
      assertThat(key.isPrivate()).isFalse();
    });
  }

  @Test
  void a_rotated_key_signs_no_more_and_is_published_as_long_as_its_tokens_live() {
    var first = keys.current();
    keys.rotate();
    assertThat(keys.current().getKeyID()).isNotEqualTo(first.getKeyID());
    assertThat(keys.published().getKeys()).extracting(JWK::getKeyID).containsExactly(keys.current().getKeyID(), first.getKeyID());

    now = now.plus(Duration.ofHours(1)).minusMillis(1);
    assertThat(keys.published().getKeys()).hasSize(2);
    now = now.plusMillis(1);
    assertThat(keys.published().getKeys()).extracting(JWK::getKeyID).containsExactly(keys.current().getKeyID());
  }

  @Test
  void however_often_it_is_rotated_the_list_stays_short() {
    IntStream.range(0, 12).forEach(i -> keys.rotate());
    assertThat(keys.published().getKeys()).hasSize(11);
    assertThat(keys.published().getKeys().getFirst().getKeyID()).isEqualTo(keys.current().getKeyID());
  }
}
