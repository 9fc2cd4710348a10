package dev.tradewind.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** Answers that are made here. Their entity tag is of all they say: nobody else keeps a version of what comes from several services. */
@Singleton
class Representations {

  private static final int TAG_BYTES = 16;

  private final ObjectMapper json;

  Representations(ObjectMapper json) {
    this.json = json;
  }

  /** The representation, or 304 to who has it already. */
  Response answer(Object body, Request request, Map<String, String> headers) {
    var bytes = bytes(body);
    var tag = new EntityTag(digest(bytes));
    var answer = Conditions.unchanged(request, tag).orElseGet(() -> Response.ok(bytes).tag(tag));
    headers.forEach(answer::header);
    return answer.header("Cache-Control", "private, no-cache").build();
  }

  private byte[] bytes(Object body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a " + body.getClass().getSimpleName(), e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), TAG_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
