package dev.tradewind.gateway.access;

import dev.tradewind.quarkus.Problem;
import java.util.List;
import java.util.regex.Pattern;

/** What can be said about an {@code Authorization} header before its token is looked into. */
final class BearerToken {

  /** Five times what identity providers send; also what one request can make us read. */
  static final int LONGEST = 8_192;

  private static final String SCHEME = "bearer ";
  private static final Pattern COMPACT_JWS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  private BearerToken() {}

  /** @throws Problem 401 saying what is wrong */
  static void check(List<String> headers) {
    if (headers.size() > 1) {
      throw TokenFailure.invalid("the request has more than one Authorization header");
    }
    var header = headers.getFirst();
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw TokenFailure.required("the Authorization header must be: Bearer <token>");
    }
    var token = header.substring(SCHEME.length()).strip();
    if (token.length() > LONGEST) {
      throw TokenFailure.invalid("the token is longer than " + LONGEST + " characters");
    }
    if (!COMPACT_JWS.matcher(token).matches()) {
      throw TokenFailure.invalid("the token is no signed JWT");
    }
  }
}
