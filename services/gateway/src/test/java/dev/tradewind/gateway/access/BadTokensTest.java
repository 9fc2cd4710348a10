package dev.tradewind.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a token can be wrong, and what is said about it. A path without a route shows whether the token was good: 404. */
@QuarkusTest
@QuarkusTestResource(IssuerResource.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadTokensTest {

  private static final String NOWHERE = "/v1/nowhere";

  TestIssuer issuer;

  @Test
  void a_good_token_is_let_in() {
    send(issuer.customer("alice")).statusCode(404);
    send(issuer.operator()).statusCode(404);
    given().header("Authorization", "bearer " + issuer.customer("alice")).get(NOWHERE).then().statusCode(404);
  }

  static Stream<Arguments> spoilt() {
    var spoilt = new TreeMap<String, Function<TestIssuer, JWTClaimsSet>>(Map.of(
        "The token has expired.", issuer -> issuer.claims().subject("alice").expirationTime(at(Duration.ofMinutes(-1))).build(),
        "The token is not valid yet.", issuer -> issuer.claims().subject("alice").notBeforeTime(at(Duration.ofHours(1))).build(),
        "The token is for another audience.", issuer -> issuer.claims().subject("alice").audience("another").build(),
        "The token names no audience.", issuer -> issuer.claims().subject("alice").audience((String) null).build(),
        "The token is of another issuer.", issuer -> issuer.claims().subject("alice").issuer("https://evil.example").build(),
        "The token names no issuer.", issuer -> issuer.claims().subject("alice").issuer(null).build(),
        "The token never expires.", issuer -> issuer.claims().subject("alice").expirationTime(null).build()));
    return spoilt.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spoilt")
  void a_claim_that_is_wrong_is_named_and_the_right_one_is_not(String says, Function<TestIssuer, JWTClaimsSet> claims) {
    refused(issuer.sign(claims.apply(issuer)), says);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "alice/../bob", "alice\nbob", "\u00e4lice"})
  void a_subject_that_is_no_customer_id_is_nobody(String subject) {
    refused(issuer.sign(issuer.claims().subject(subject).build()),
        "The claim sub of the token is no customer id: 1 to 64 letters, digits, - or _.");
  }

  @Test
  void a_token_without_a_subject_is_about_nobody() {
    refused(issuer.sign(issuer.claims().build()), "The claim sub of the token is no customer id: 1 to 64 letters, digits, - or _.");
  }

  @Test
  void alg_none_is_refused_with_a_signature_and_without() {
    var token = new PlainJWT(issuer.claims().subject("alice").claim("groups", List.of("operator")).build()).serialize();
    assertThat(token).endsWith(".");
    refused(token, "The token is no signed JWT.");
    refused(token.substring(0, token.length() - 1), "The token is no signed JWT.");
    refused(token + "x");
    refused(noneWithKeyId() + "x", "The algorithm of the token is not allowed.");
  }

  @Test
  void the_public_key_is_no_secret_to_sign_with() throws JOSEException {
    var published = issuer.key().toRSAPublicKey().getEncoded();
    var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(issuer.key().getKeyID()).build(),
        issuer.claims().subject("alice").build());
    token.sign(new MACSigner(published));
    refused(token.serialize(), "The algorithm of the token is not allowed.");
  }

  @Test
  void claims_that_were_changed_after_signing_do_not_match_their_signature() {
    var parts = issuer.customer("alice").split("\\.");
    var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("alice", "mallo");
    refused(parts[0] + "." + encoded(claims) + "." + parts[2], "The signature of the token does not match.");
  }

  @Test
  void a_key_that_is_not_published_is_unknown_also_under_a_known_name() throws JOSEException {
    var own = TestIssuer.newKey();
    refused(TestIssuer.sign(issuer.claims().subject("alice").build(), own), "The token is signed with a key that its issuer does not publish.");
    var disguised = new RSAKey.Builder(own).keyID(issuer.key().getKeyID()).build();
    refused(TestIssuer.sign(issuer.claims().subject("alice").build(), disguised), "The signature of the token does not match.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b", "a.b.c.d.e", "....", "not a token", "%00.%00.%00", "<script>.x.y"})
  void garbage_is_no_token(String garbage) {
    refused(garbage, "The token is no signed JWT.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b.c", "eyJhbGciOiJSUzI1NiJ9.e30.x", "e30.e30.e30"})
  void what_looks_like_a_token_and_is_none_cannot_be_checked(String garbage) {
    refused(garbage);
  }

  @Test
  void a_token_that_is_too_long_is_not_even_looked_at() {
    var token = issuer.sign(issuer.claims().subject("alice").claim("padding", "x".repeat(8_000)).build());
    refused(token, "The token is longer than 8192 characters.");
  }

  @Test
  void a_header_that_no_server_reads_is_refused_by_the_server() {
    send("x".repeat(30_000)).statusCode(431);
  }

  @Test
  void two_tokens_are_one_too_many() {
    var headers = new Headers(new Header("Authorization", "Bearer " + issuer.customer("alice")), new Header("Authorization", "Bearer " + issuer.operator()));
    problem(given().headers(headers).get(NOWHERE).then(), "The request has more than one Authorization header.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YWxpY2U6c2VjcmV0", "Bearer", "bearertoken", "Digest username=alice"})
  void another_scheme_is_told_which_one_it_is_and_of_no_error(String header) {
    given().header("Authorization", header).get(NOWHERE).then().statusCode(401)
        .header("WWW-Authenticate", "Bearer realm=\"tradewind\"")
        .body("type", equalTo("urn:tradewind:problem:token-required"))
        .body("detail", equalTo("The Authorization header must be: Bearer <token>."));
  }

  @Test
  void a_token_in_the_query_is_not_taken() {
    given().queryParam("access_token", issuer.sign(issuer.claims().subject("alice").expirationTime(at(Duration.ofMinutes(-1))).build()))
        .get(NOWHERE).then().statusCode(404);
  }

  private ValidatableResponse send(String token) {
    return given().header("Authorization", "Bearer " + token).get(NOWHERE).then();
  }

  private ValidatableResponse refused(String token) {
    return send(token).statusCode(401).contentType("application/problem+json");
  }

  private ValidatableResponse refused(String token, String says) {
    return problem(send(token), says);
  }

  private static ValidatableResponse problem(ValidatableResponse answer, String says) {
    return answer.statusCode(401).contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer realm=\"tradewind\", error=\"invalid_token\", error_description=\"" + says + "\"")
        .body("type", equalTo("urn:tradewind:problem:invalid-token"))
        .body("detail", equalTo(says));
  }

  private String noneWithKeyId() {
    return encoded("{\"alg\":\"none\",\"kid\":\"" + issuer.key().getKeyID() + "\"}") + "." + encoded(issuer.claims().subject("alice").build().toString()) + ".";
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Date at(Duration fromNow) {
    return Date.from(Instant.now().plus(fromNow));
  }
}
