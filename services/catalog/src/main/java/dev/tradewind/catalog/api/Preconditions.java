package dev.tradewind.catalog.api;

import dev.tradewind.catalog.domain.Precondition;
import dev.tradewind.quarkus.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What {@code If-Match} and {@code If-None-Match} ask of a product, after
 * <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13">RFC 9110</a>.
 */
final class Preconditions {

  private static final String ANY = "*";
  private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E]*)\"");
  private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,17}");

  private Preconditions() {}

  /** @throws Problem 400 when a header cannot be read, or both are there */
  static Precondition of(HttpHeaders headers) {
    var match = values(headers, HttpHeaders.IF_MATCH);
    var noneMatch = values(headers, HttpHeaders.IF_NONE_MATCH);
    if (!match.isEmpty() && !noneMatch.isEmpty()) {
      throw unreadable("If-Match and If-None-Match cannot both hold: send one of them.");
    }
    if (noneMatch.equals(List.of(ANY))) {
      return new Precondition.Absent();
    }
    if (!noneMatch.isEmpty()) {
      throw unreadable("If-None-Match can only be * here: the product must not exist yet.");
    }
    if (match.equals(List.of(ANY))) {
      return new Precondition.Present();
    }
    return match.isEmpty() ? new Precondition.None() : new Precondition.Version(versions(match));
  }

  /** Tags that are weak, or none of ours, match nothing. */
  private static Set<Long> versions(List<String> tags) {
    var versions = new TreeSet<Long>();
    for (var text : tags) {
      var tag = TAG.matcher(text);
      if (!tag.matches()) {
        throw unreadable("If-Match must be * or the ETag of the product, in its double quotes.");
      }
      if (tag.group(1) == null && VERSION.matcher(tag.group(2)).matches()) {
        versions.add(Long.valueOf(tag.group(2)));
      }
    }
    return versions;
  }

  private static List<String> values(HttpHeaders headers, String name) {
    var lines = headers.getRequestHeader(name);
    return lines == null ? List.of() : lines.stream().flatMap(line -> Arrays.stream(line.split(","))).map(String::strip).toList();
  }

  private static Problem unreadable(String why) {
    return Problem.of(400, "invalid-precondition", why);
  }
}
