package dev.tradewind.partners.oidc;

import dev.tradewind.partners.http.Answers;
import dev.tradewind.partners.http.Problem;
import io.netty.util.NetUtil;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;

/**
 * The issuer's API under {@code /oidc}. It gives a token to whoever asks, so it listens to this machine only, wherever the other partners
 * may be reached from.
 */
public final class IssuerRoutes {

  private static final String PATH = "/oidc";

  private final SigningKeys keys;
  private final Issuer issuer;

  public IssuerRoutes(InstantSource clock) {
    this.keys = new SigningKeys(clock, TokenRequest.LONGEST);
    this.issuer = new Issuer(keys, clock);
  }

  public void serve(Router router) {
    router.route(PATH + "/*").blockingHandler(this::haveAKey);
    router.get(PATH + "/.well-known/openid-configuration").handler(ctx -> Answers.json(ctx, 200, metadata(ctx)));
    router.get(PATH + "/jwks").handler(ctx -> Answers.json(ctx, 200, new JsonObject(keys.published().toJSONObject())));
    router.post(PATH + "/token").handler(IssuerRoutes::requireLoopback).handler(this::token);
    router.post(PATH + "/keys/rotations").handler(IssuerRoutes::requireLoopback).blockingHandler(this::rotate);
  }

  /** Elsewhere than on the event loop, which would stand still for all partners. */
  private void haveAKey(RoutingContext ctx) {
    keys.current();
    ctx.next();
  }

  private void token(RoutingContext ctx) {
    ctx.response().putHeader("Cache-Control", "no-store");
    try {
      var request = TokenRequest.of(ctx.request().formAttributes());
      Answers.json(ctx, 200, new JsonObject()
          .put("access_token", issuer.token(url(ctx), request))
          .put("token_type", "Bearer")
          .put("expires_in", request.lifetime().toSeconds()));
    } catch (TokenRequest.Refused refused) {
      Answers.json(ctx, 400, new JsonObject().put("error", refused.error()).put("error_description", refused.getMessage()));
    }
  }

  private void rotate(RoutingContext ctx) {
    keys.rotate();
    Answers.json(ctx, 201, new JsonObject().put("kid", keys.current().getKeyID()).put("published", keys.published().size()));
  }

  private JsonObject metadata(RoutingContext ctx) {
    var url = url(ctx);
    return new JsonObject()
        .put("issuer", url)
        .put("jwks_uri", url + "/jwks")
        .put("token_endpoint", url + "/token")
        .put("token_endpoint_auth_methods_supported", new JsonArray().add("none"))
        .put("grant_types_supported", new JsonArray().add("client_credentials"))
        .put("response_types_supported", new JsonArray())
        .put("subject_types_supported", new JsonArray().add("public"))
        .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256"));
  }

  /** By the address it was reached at, whatever name that was called by: an issuer has one name. */
  private static String url(RoutingContext ctx) {
    var here = ctx.request().localAddress();
    return "http://" + NetUtil.toSocketAddressString(here.hostAddress(), here.port()) + PATH;
  }

  private static void requireLoopback(RoutingContext ctx) {
    if (!address(ctx.request().remoteAddress().hostAddress()).isLoopbackAddress()) {
      throw Problem.of(403, "loopback-only", "tokens are given on the machine itself only: this issuer asks nobody for a password");
    }
    ctx.next();
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("not an address: " + literal, e);
    }
  }
}
