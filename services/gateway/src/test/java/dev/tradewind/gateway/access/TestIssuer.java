package dev.tradewind.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer that tests own: it signs whatever it is given, changes its key when told to, and can be away. */
public final class TestIssuer implements AutoCloseable {

  private final HttpServer http;
  private final AtomicInteger keysAsked = new AtomicInteger();
  private volatile RSAKey key = newKey();
  private volatile boolean away;

  public TestIssuer() {
    this(0);
  }

  /** @param port 0 for a free one */
  public TestIssuer(int port) {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, """
        {"issuer":"%s","jwks_uri":"%s/jwks","token_endpoint":"%s/token"}""".formatted(url(), url(), url())));
    http.createContext("/jwks", exchange -> {
      keysAsked.incrementAndGet();
      answer(exchange, new JWKSet(key.toPublicJWK()).toString());
    });
    http.start();
  }

  public String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  public int port() {
    return http.getAddress().getPort();
  }

  /** A good token of a customer. */
  public String customer(String id) {
    return sign(claims().subject(id).build());
  }

  /** A good token of an operator. */
  public String operator() {
    return sign(claims().subject("olga").claim("groups", List.of("operator")).build());
  }

  /** Good claims, to be spoilt; the subject is missing. */
  public JWTClaimsSet.Builder claims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder().issuer(url()).audience("tradewind").jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(Duration.ofHours(1))));
  }

  public String sign(JWTClaimsSet claims) {
    return sign(claims, key);
  }

  /** Signs with any key, whether it is published or not. */
  public static String sign(JWTClaimsSet claims, RSAKey key) {
    try {
      var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).algorithm(JWSAlgorithm.RS256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public RSAKey key() {
    return key;
  }

  /** Publishes and signs with another key from now on, and forgets the old one. */
  public void rotate() {
    key = newKey();
  }

  /** Answers 503 from now on, or no longer. */
  public void away(boolean now) {
    away = now;
  }

  /** How often its keys were asked for. */
  public int keysAsked() {
    return keysAsked.get();
  }

  @Override
  public void close() {
    http.stop(0);
  }

  private void answer(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      if (away) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
