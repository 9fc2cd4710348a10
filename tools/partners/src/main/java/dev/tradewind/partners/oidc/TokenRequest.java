package dev.tradewind.partners.oidc;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a client asks a token for: one customer, or the role operator. It proves nothing, and need not.
 *
 * @param subject who the token is about
 * @param groups the roles it holds
 * @param lifetime how long it is valid
 */
record TokenRequest(String subject, List<String> groups, Duration lifetime) {

  static final Duration LONGEST = Duration.ofDays(1);

  private static final String GRANT = "client_credentials";
  private static final String OPERATOR = "operator";
  private static final Duration USUAL = Duration.ofHours(1);
  private static final Pattern CUSTOMER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,4}");
  private static final Set<String> KNOWN = Set.of("grant_type", "customer", "role", "expires_in", "scope", "client_id", "client_secret");

  /** Why there is no token, in the words of RFC 6749, section 5.2. */
  static final class Refused extends RuntimeException {

    private final String error;

    Refused(String error, String description) {
      super(description, null, false, false);
      this.error = error;
    }

    String error() {
      return error;
    }
  }

  /** @throws Refused saying which parameter is wrong */
  static TokenRequest of(MultiMap form) {
    form.names().stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(name -> {
      throw invalid(name + " is not a parameter here: expected " + KNOWN.stream().sorted().toList());
    });
    form.names().stream().filter(name -> form.getAll(name).size() > 1).findFirst().ifPresent(name -> {
      throw invalid(name + " is given more than once");
    });
    if (!form.contains("grant_type")) {
      throw invalid("grant_type is required: " + GRANT);
    }
    if (!GRANT.equals(form.get("grant_type"))) {
      throw new Refused("unsupported_grant_type", "grant_type must be " + GRANT);
    }
    if (form.contains("customer") == form.contains("role")) {
      throw invalid("one of customer=<id> and role=operator is required");
    }
    return form.contains("customer")
        ? new TokenRequest(customer(form.get("customer")), List.of(), lifetime(form))
        : new TokenRequest(OPERATOR, List.of(role(form.get("role"))), lifetime(form));
  }

  private static String customer(String id) {
    if (!CUSTOMER.matcher(id).matches()) {
      throw invalid("customer must be 1 to 64 letters, digits, - or _");
    }
    return id;
  }

  private static String role(String role) {
    if (!OPERATOR.equals(role)) {
      throw invalid("role must be " + OPERATOR);
    }
    return role;
  }

  private static Duration lifetime(MultiMap form) {
    if (!form.contains("expires_in")) {
      return USUAL;
    }
    if (!SECONDS.matcher(form.get("expires_in")).matches() || Long.parseLong(form.get("expires_in")) > LONGEST.toSeconds()) {
      throw invalid("expires_in must be 1 to " + LONGEST.toSeconds() + " seconds");
    }
    return Duration.ofSeconds(Long.parseLong(form.get("expires_in")));
  }

  private static Refused invalid(String description) {
    return new Refused("invalid_request", description);
  }
}
