package dev.tradewind.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.gateway.access.Caller.Customer;
import dev.tradewind.gateway.access.Caller.Operator;
import dev.tradewind.quarkus.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

class TokenReaderTest {

  private final TokenReader reader = new TokenReader("customer_id");

  @Test
  void theClaimThatIsSetNamesTheCustomer() {
    assertThat(reader.caller(identity(Map.of("sub", "auth0|7", "customer_id", "alice")))).isEqualTo(new Customer("alice"));
    assertThat(reader.caller(identity(Map.of("customer_id", 42)))).isEqualTo(new Customer("42"));
  }

  @Test
  void anOperatorIsNoCustomerWhateverTheTokenSays() {
    assertThat(reader.caller(identity(Map.of("sub", "olga", "customer_id", "alice"), "operator"))).isEqualTo(new Operator("olga"));
  }

  @Test
  void anotherRoleIsNone() {
    assertThat(reader.caller(identity(Map.of("customer_id", "alice"), "admin"))).isEqualTo(new Customer("alice"));
  }

  @Test
  void aTokenWithoutTheClaimIsAboutNobody() {
    assertThatThrownBy(() -> reader.caller(identity(Map.of("sub", "alice")))).isInstanceOf(Problem.class)
        .hasMessage("The claim customer_id of the token is no customer id: 1 to 64 letters, digits, - or _.")
        .extracting(e -> ((Problem) e).status()).isEqualTo(401);
  }

  private static SecurityIdentity identity(Map<String, Object> claims, String... roles) {
    var all = new JwtClaims();
    claims.forEach(all::setClaim);
    return QuarkusSecurityIdentity.builder().setPrincipal(new DefaultJWTCallerPrincipal(all)).addRoles(Set.of(roles)).build();
  }
}
