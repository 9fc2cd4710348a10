package dev.tradewind.notifications.domain;

import dev.tradewind.core.StreamId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Ids that follow from what they name, so that whatever is repeated names the same. They are version 5 UUIDs after
 * <a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5">RFC 9562</a>.
 */
public final class NotificationIds {

  private static final UUID WEBHOOKS = UUID.fromString("0c0f8f5c-3f3e-5d0e-8b7c-5d1b8a6f2e01");
  private static final UUID DELIVERIES = UUID.fromString("0c0f8f5c-3f3e-5d0e-8b7c-5d1b8a6f2e02");
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private NotificationIds() {}

  /** Whether the text could be such an id at all: anything else is neither looked up nor logged. */
  public static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }

  /** The webhook that a customer registers under this idempotency key. */
  public static String webhook(String customerId, String key) {
    return of(WEBHOOKS, customerId, key);
  }

  /** The telling of one message to one webhook or, without one, to the e-mail address of the customer. */
  public static String delivery(String customerId, Optional<String> webhookId, String messageId) {
    return of(DELIVERIES, webhookId.map("webhook/"::concat).orElse("mail/" + customerId), messageId);
  }

  /** The stream of a customer as a recipient. */
  public static StreamId recipientStream(String customerId) {
    return new StreamId("recipient", customerId);
  }

  /** The stream of one telling. */
  public static StreamId deliveryStream(String deliveryId) {
    return new StreamId("delivery", deliveryId);
  }

  private static String of(UUID namespace, String first, String second) {
    // The length in front keeps ("ab", "c") and ("a", "bc") apart.
    var bits = ByteBuffer.wrap(sha1(namespace, first.length() + ":" + first + ":" + second));
    long high = (bits.getLong() & ~0xF000L) | 0x5000L;
    long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  private static byte[] sha1(UUID namespace, String name) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(ByteBuffer.allocate(16).putLong(namespace.getMostSignificantBits()).putLong(namespace.getLeastSignificantBits()).array());
      return sha1.digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
