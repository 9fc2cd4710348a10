package dev.tradewind.orders.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.core.wire.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Tells whether two requests ask for the same: of their meaning, so that spaces and the order of fields do not count. */
final class Fingerprint {

  private static final ObjectMapper JSON = Json.mapper();
  private static final int BYTES = 16;

  private Fingerprint() {}

  static String of(Object request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(request));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException("cannot fingerprint a " + request.getClass().getSimpleName(), e);
    }
  }
}
