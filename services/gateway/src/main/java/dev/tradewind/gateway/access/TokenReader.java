package dev.tradewind.gateway.access;

import dev.tradewind.gateway.access.Caller.Customer;
import dev.tradewind.gateway.access.Caller.Operator;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whom a good token is about. */
@ApplicationScoped
class TokenReader {

  private static final Pattern CUSTOMER = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final String customerClaim;

  TokenReader(@ConfigProperty(name = "tradewind.gateway.access.customer-claim") String customerClaim) {
    this.customerClaim = customerClaim;
  }

  /** @throws dev.tradewind.quarkus.Problem 401 when the token is about no operator and names no customer */
  Caller caller(SecurityIdentity identity) {
    if (identity.hasRole(Roles.OPERATOR)) {
      return new Operator(identity.getPrincipal().getName());
    }
    return claim(identity).filter(id -> CUSTOMER.matcher(id).matches()).<Caller>map(Customer::new)
        .orElseThrow(() -> TokenFailure.invalid("the claim " + customerClaim + " of the token is no customer id: 1 to 64 letters, digits, - or _"));
  }

  private Optional<String> claim(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? Optional.ofNullable(token.getClaim(customerClaim)).map(Object::toString)
        : Optional.empty();
  }
}
