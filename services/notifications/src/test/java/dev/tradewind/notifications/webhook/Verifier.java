package dev.tradewind.notifications.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A consumer's half of Standard Webhooks, written from the specification and not from our signer. */
public record Verifier(byte[] key) {

  public static Verifier with(String secret) {
    return new Verifier(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")));
  }

  public boolean accepts(Consumer.Call call) {
    var headers = call.headers();
    var expected = hmac(headers.get("webhook-id") + "." + headers.get("webhook-timestamp") + "." + call.body());
    return Arrays.stream(headers.get("webhook-signature").split(" "))
        .map(signature -> signature.split(",", 2))
        .filter(parts -> parts[0].equals("v1"))
        .anyMatch(parts -> MessageDigest.isEqual(expected, Base64.getDecoder().decode(parts[1])));
  }

  private byte[] hmac(String content) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
