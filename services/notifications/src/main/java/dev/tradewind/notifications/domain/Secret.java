package dev.tradewind.notifications.domain;

import dev.tradewind.core.Check;
import java.util.Base64;

/**
 * What a webhook's messages are signed with: {@code whsec_} and 24 to 64 bytes in base 64, after
 * <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard Webhooks</a>. A type of
 * its own so that nothing that holds it can print it.
 */
public record Secret(String value) {

  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  public Secret {
    Check.that(value != null && value.startsWith(PREFIX), "a secret begins with whsec_");
    int length = decoded(value).length;
    Check.that(length >= SHORTEST && length <= LONGEST, "a secret has 24 to 64 bytes, but has %d", length);
  }

  public static Secret of(byte[] key) {
    return new Secret(PREFIX + Base64.getEncoder().encodeToString(key));
  }

  /** The bytes to sign with. */
  public byte[] key() {
    return decoded(value);
  }

  @Override
  public String toString() {
    return "***";
  }

  private static byte[] decoded(String value) {
    return Base64.getDecoder().decode(value.substring(PREFIX.length()));
  }
}
