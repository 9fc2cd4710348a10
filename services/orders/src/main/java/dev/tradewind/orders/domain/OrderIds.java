package dev.tradewind.orders.domain;

import dev.tradewind.core.StreamId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An order's id follows from who places it and under which key, so that a repeat of the request names the same order, for ever. It is a
 * version 5 UUID after <a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5">RFC 9562</a>.
 */
public final class OrderIds {

  private static final UUID NAMESPACE = UUID.fromString("6f1f5f0e-6f0c-5d3c-9a53-2f9a8f4b7c11");

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private OrderIds() {}

  /** Whether the text could be an order's id at all: anything else is neither looked up nor logged. */
  public static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }

  public static String of(String customerId, String idempotencyKey) {
    // The length in front keeps ("ab", "c") and ("a", "bc") apart.
    var name = customerId.length() + ":" + customerId + ":" + idempotencyKey;
    var digest = sha1(name.getBytes(StandardCharsets.UTF_8));
    var bits = ByteBuffer.wrap(digest, 0, 16);
    long high = (bits.getLong() & ~0xF000L) | 0x5000L;
    long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  public static StreamId stream(String orderId) {
    return new StreamId("order", orderId);
  }

  private static byte[] sha1(byte[] name) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(ByteBuffer.allocate(16).putLong(NAMESPACE.getMostSignificantBits()).putLong(NAMESPACE.getLeastSignificantBits()).array());
      return sha1.digest(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
