package dev.tradewind.partners.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A short digest of what a request asked for. Comparing digests recognises a key that is used for something else without
 * keeping the request, and with it a payment method or an address. Ids are digests of keys for the same reason that message
 * ids are derived elsewhere: nothing random, so a run can be repeated.
 */
public final class Fingerprint {

  private static final int BYTES = 12;

  private Fingerprint() {}

  /** 24 hexadecimal digits; the same parts in the same order give the same digits. */
  public static String of(Object... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (Object part : parts) {
        var bytes = part.toString().getBytes(StandardCharsets.UTF_8);
        // The length goes in as well, or ("ab", "c") would equal ("a", "bc").
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
