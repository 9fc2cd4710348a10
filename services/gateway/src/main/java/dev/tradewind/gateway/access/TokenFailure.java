package dev.tradewind.gateway.access;

import dev.tradewind.quarkus.Problem;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.UnresolvableKeyException;

/** What is wrong with a token, in words that help its owner and nobody else: never what it should have been. */
final class TokenFailure {

  /** Codes of the problems that mean "no token" and "a bad one". */
  static final String REQUIRED = "token-required";
  static final String INVALID = "invalid-token";

  private static final Logger LOG = Logger.getLogger("tradewind.access");
  private static final Duration ISSUER_BACK = Duration.ofSeconds(2);

  private record Reason(int code, String text) {}

  private static final List<Reason> REASONS = List.of(
      new Reason(ErrorCodes.EXPIRED, "the token has expired"),
      new Reason(ErrorCodes.NOT_YET_VALID, "the token is not valid yet"),
      new Reason(ErrorCodes.ISSUED_AT_INVALID_FUTURE, "the token is not valid yet"),
      new Reason(ErrorCodes.AUDIENCE_INVALID, "the token is for another audience"),
      new Reason(ErrorCodes.AUDIENCE_MISSING, "the token names no audience"),
      new Reason(ErrorCodes.ISSUER_INVALID, "the token is of another issuer"),
      new Reason(ErrorCodes.ISSUER_MISSING, "the token names no issuer"),
      new Reason(ErrorCodes.EXPIRATION_MISSING, "the token never expires"),
      new Reason(ErrorCodes.SIGNATURE_INVALID, "the signature of the token does not match"),
      new Reason(ErrorCodes.SIGNATURE_MISSING, "the token is not signed"));

  private TokenFailure() {}

  /** The problem that an authentication failed with. */
  static Problem problem(Throwable failure) {
    if (failure instanceof Problem known) {
      return known;
    }
    if (causes(failure).anyMatch(OIDCException.class::isInstance)) {
      return Problem.notYet(503, "issuer-unavailable", "No token can be checked now: its issuer does not answer; repeat the request.", ISSUER_BACK);
    }
    if (causes(failure).noneMatch(AuthenticationFailedException.class::isInstance)) {
      LOG.warnf("token-check-failed error=%s detail=%s", failure.getClass().getName(), failure.getMessage());
    }
    return invalid(why(failure));
  }

  /** 401 for a request without a token. */
  static Problem required(String detail) {
    return Problem.of(401, REQUIRED, sentence(detail));
  }

  /** 401 for a token that is not good. */
  static Problem invalid(String detail) {
    return Problem.of(401, INVALID, sentence(detail));
  }

  private static String why(Throwable failure) {
    return causes(failure).flatMap(cause -> reason(cause).stream()).findFirst().orElse("the token cannot be checked");
  }

  private static Optional<String> reason(Throwable cause) {
    return switch (cause) {
      case InvalidAlgorithmException algorithm -> Optional.of("the algorithm of the token is not allowed");
      case UnresolvableKeyException key -> Optional.of("the token is signed with a key that its issuer does not publish");
      case InvalidJwtException jwt -> REASONS.stream().filter(reason -> jwt.hasErrorCode(reason.code())).map(Reason::text).findFirst();
      default -> Optional.empty();
    };
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(10);
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }
}
