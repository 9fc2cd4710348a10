package dev.tradewind.gateway.access;

import dev.tradewind.quarkus.Problem;
import java.util.Optional;

/** {@code WWW-Authenticate}, as <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750</a> has it. */
final class Challenge {

  static final String HEADER = "WWW-Authenticate";

  private static final String BEARER = "Bearer realm=\"tradewind\"";

  private Challenge() {}

  /** Without an error when there was no token: there was no attempt. */
  static Optional<String> of(Problem problem) {
    return switch (problem.code()) {
      case TokenFailure.REQUIRED -> Optional.of(BEARER);
      case TokenFailure.INVALID -> Optional.of(BEARER + ", error=\"invalid_token\", error_description=\"" + description(problem) + "\"");
      default -> Optional.empty();
    };
  }

  private static String description(Problem problem) {
    return problem.getMessage().replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", " ");
  }
}
