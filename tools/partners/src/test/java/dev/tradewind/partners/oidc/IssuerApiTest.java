package dev.tradewind.partners.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tradewind.partners.Client.Answer;
import dev.tradewind.partners.Requests;
import dev.tradewind.partners.RunningPartners;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerApiTest {

  private static final String CUSTOMER = "grant_type=client_credentials&customer=alice";
  private static final String OPERATOR = "grant_type=client_credentials&role=operator";

  @RegisterExtension
  final RunningPartners partners = new RunningPartners();

  @Test
  void it_says_where_everything_is_and_everything_is_there() throws Exception {
    var metadata = partners.client().get("/oidc/.well-known/openid-configuration").json();
    assertThat(metadata.getString("issuer")).isEqualTo(partners.url() + "/oidc");
    assertThat(get(metadata.getString("jwks_uri")).statusCode()).isEqualTo(200);
    assertThat(get(metadata.getString("token_endpoint")).statusCode()).isEqualTo(405);
  }

  @Test
  void a_customer_gets_a_token_about_themselves_and_no_role() throws Exception {
    var answer = token(CUSTOMER);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getString("token_type")).isEqualTo("Bearer");
    assertThat(answer.json().getLong("expires_in")).isEqualTo(3600);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");

    var claims = verified(answer).getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo(partners.url() + "/oidc");
    assertThat(claims.getSubject()).isEqualTo("alice");
    assertThat(claims.getAudience()).containsExactly("tradewind");
    assertThat(claims.getClaim("groups")).isNull();
    assertThat(Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant())).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void an_operator_holds_the_role() throws Exception {
    assertThat(verified(token(OPERATOR)).getJWTClaimsSet().getStringListClaim("groups")).isEqualTo(List.of("operator"));
  }

  @Test
  void a_token_lives_as_long_as_it_was_asked_for() throws Exception {
    var answer = token(CUSTOMER + "&expires_in=90");
    assertThat(answer.json().getLong("expires_in")).isEqualTo(90);
    var claims = verified(answer).getJWTClaimsSet();
    assertThat(Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant())).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void after_a_rotation_the_new_key_signs_and_old_tokens_can_still_be_checked() throws Exception {
    var before = token(CUSTOMER);
    var rotated = partners.client().post("/oidc/keys/rotations", "");
    assertThat(rotated.status()).isEqualTo(201);
    assertThat(rotated.json().getInteger("published")).isEqualTo(2);
    var after = token(CUSTOMER);
    assertThat(verified(after).getHeader().getKeyID()).isEqualTo(rotated.json().getString("kid"));
    assertThat(verified(before).getHeader().getKeyID()).isNotEqualTo(rotated.json().getString("kid"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ''                                                     | invalid_request        | grant_type is required: client_credentials
      customer=alice                                         | invalid_request        | grant_type is required: client_credentials
      grant_type=password&customer=alice                     | unsupported_grant_type | grant_type must be client_credentials
      grant_type=client_credentials                          | invalid_request        | one of customer=<id> and role=operator is required
      grant_type=client_credentials&customer=a&role=operator | invalid_request        | one of customer=<id> and role=operator is required
      grant_type=client_credentials&customer=a&customer=b    | invalid_request        | customer is given more than once
      grant_type=client_credentials&customer=a%20b           | invalid_request        | customer must be 1 to 64 letters, digits, - or _
      grant_type=client_credentials&customer=                | invalid_request        | customer must be 1 to 64 letters, digits, - or _
      grant_type=client_credentials&role=root                | invalid_request        | role must be operator
      grant_type=client_credentials&customer=a&expires_in=0  | invalid_request        | expires_in must be 1 to 86400 seconds
      grant_type=client_credentials&customer=a&expires_in=86401 | invalid_request     | expires_in must be 1 to 86400 seconds
      grant_type=client_credentials&customer=a&expires_in=soon  | invalid_request     | expires_in must be 1 to 86400 seconds
      """)
  void what_cannot_be_done_is_refused_in_oauths_words(String form, String error, String description) throws Exception {
    var answer = token(form);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("error")).isEqualTo(error);
    assertThat(answer.json().getString("error_description")).isEqualTo(description);
  }

  @Test
  void a_parameter_it_does_not_know_is_named() throws Exception {
    assertThat(token(CUSTOMER + "&minutes=5").json().getString("error_description")).startsWith("minutes is not a parameter here");
  }

  @Test
  void json_is_no_form() throws Exception {
    var answer = partners.client().post("/oidc/token", "{\"customer\":\"alice\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("error")).isEqualTo("invalid_request");
  }

  @Test
  void it_can_be_away_like_every_partner() throws Exception {
    partners.client().post("/oidc/outages", Requests.outage("error", 60));
    assertThat(partners.client().get("/oidc/jwks").status()).isEqualTo(503);
    partners.client().delete("/oidc/outages");
    assertThat(partners.client().get("/oidc/jwks").status()).isEqualTo(200);
  }

  private Answer token(String form) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(partners.url() + "/oidc/token"))
        .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build();
    var response = send(request);
    return new Answer(response.statusCode(), response.body(), response);
  }

  private SignedJWT verified(Answer answer) throws Exception {
    var token = SignedJWT.parse(answer.json().getString("access_token"));
    var keys = JWKSet.parse(partners.client().get("/oidc/jwks").text());
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
    assertThat(token.verify(new RSASSAVerifier(key))).as("signature").isTrue();
    return token;
  }

  private static HttpResponse<String> get(String url) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(url)).GET().build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString());
    }
  }
}
