package dev.tradewind.quarkus;

import java.util.regex.Pattern;

/** The {@code Idempotency-Key} header: a client repeats an unsafe call with the same key, and it is done once. */
public final class IdempotencyKey {

  /** The name of the header. */
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern ALLOWED = Pattern.compile("[\\x21-\\x7E]{1,200}");

  private IdempotencyKey() {}

  /** @throws Problem 400 when the header is missing, or is not 1 to 200 visible ASCII characters */
  public static String required(String header) {
    if (header == null || header.isBlank()) {
      throw Problem.of(400, "missing-idempotency-key",
          "The header Idempotency-Key is required: send a new unique key with each new request, and the same key when you repeat one.");
    }
    if (!ALLOWED.matcher(header).matches()) {
      throw Problem.of(400, "invalid-idempotency-key", "The header Idempotency-Key must be 1 to 200 visible ASCII characters without spaces.");
    }
    return header;
  }
}
