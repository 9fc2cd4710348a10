package dev.tradewind.catalog.domain;

import dev.tradewind.catalog.domain.ImportEvent.ImportAccepted;
import dev.tradewind.core.StreamId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An import as it is now.
 *
 * @param accepted what was accepted; empty when nothing was
 * @param expired whether it was waited for in vain
 * @param parts how many parts of the file were applied
 * @param rows how many rows were applied
 * @param changed how many of these changed a product
 * @param changedAt when it was accepted, or went on last
 */
public record ProductImport(Optional<ImportAccepted> accepted, boolean expired, int parts, int rows, int changed, Instant changedAt) {

  /** What the streams of imports are called. */
  public static final String KIND = "import";

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  static ProductImport none() {
    return new ProductImport(Optional.empty(), false, 0, 0, 0, Instant.EPOCH);
  }

  /** An import's id follows from its key, so that a repeat of the request names the same import, for ever. */
  public static String id(String idempotencyKey) {
    return UUID.nameUUIDFromBytes((KIND + "/" + idempotencyKey).getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Whether the text could be an import's id at all. */
  public static boolean isId(String text) {
    return SHAPE.matcher(text).matches();
  }

  public static StreamId stream(String importId) {
    return new StreamId(KIND, importId);
  }

  /** Whether every row was applied. */
  public boolean done() {
    return accepted.filter(all -> parts == all.parts()).isPresent();
  }
}
