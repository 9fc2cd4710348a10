package dev.tradewind.notifications.webhook;

import dev.tradewind.notifications.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How Standard Webhooks signs: {@code v1,} and HMAC-SHA256 over id, time and body, once for each secret that counts. */
final class Signature {

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /**
   * The header's value.
   *
   * @param timestamp seconds since 1970
   */
  static String of(List<Secret> secrets, String id, long timestamp, String body) {
    return secrets.stream().map(secret -> "v1," + sign(secret, id + "." + timestamp + "." + body)).collect(Collectors.joining(" "));
  }

  private static String sign(Secret secret, String content) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
