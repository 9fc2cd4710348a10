package dev.tradewind.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.gateway.access.IssuerResource;
import dev.tradewind.gateway.access.TestIssuer;
import dev.tradewind.gateway.stub.Samples;
import dev.tradewind.gateway.stub.Stub;
import dev.tradewind.gateway.stub.Stub.Answering;
import dev.tradewind.gateway.stub.StubServices;
import dev.tradewind.gateway.upstream.Service;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths and headers that try to reach what they should not, byte for byte. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(IssuerResource.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileRequestsTest {

  private static final String ORDER = "/v1/orders/" + Samples.ORDER_ID;

  StubServices services;
  TestIssuer issuer;

  @BeforeEach
  void every_service_answers_everything() {
    services.forget();
    Arrays.stream(Service.values()).forEach(service -> services.of(service).answers(Answering.json(200, "{}")));
    Samples.whole(services);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "/v1/orders/..", "/v1/orders/%2e%2e", "/v1/orders/..%2fstock%2fTEA-001", "/v1/orders/" + Samples.ORDER_ID + "%2fhistory",
    "/v1/orders/%00", "/v1/orders/a%0d%0ab", "/v1/orders/%ff", "/v1/orders/%c0%ae%c0%ae", "/v1/orders/" + Samples.ORDER_ID + "%3fstate=PLACED",
    "/v1/customers/alice%2f..%2fbob/contact", "/v1/customers/alice%2fwebhooks/contact", "/v1/customers/bob;alice/contact",
    "/v1/insights/recommendations/..%2fsales", "/v1/insights/recommendations/TEA-001%2f..%2f..%2fsuspicions", "/v1/products/..%2f..%2fq%2fmetrics",
    "/v1/products/TEA%20001", "/v1/products/imports", "/v1/stock/TEA-001/../../orders", "/v1/orders/%e2%98%95",
    "/v1/orders/2BAC7820-F492-59BE-9DE6-5D1C331B5B4F",
    "/v1/nothing", "/v3/orders", "/", "/v1", "/openapi/..%2f..%2fapplication.properties", "/openapi/%2e%2e/v1", "/V1/ORDERS", "/v1/orders/" + "x",
  })
  void a_path_that_is_none_of_ours_is_a_problem_and_nobody_is_asked_for_it(String path) {
    var answer = RawHttp.send("", "GET " + path + " HTTP/1.1", "Host: localhost", "Authorization: Bearer " + issuer.customer("alice"));

    assertThat(answer.status()).isBetween(400, 405);
    assertThat(answer.isProblem()).as(answer.toString()).isTrue();
    assertThat(asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    ORDER, "/v1/./orders/" + Samples.ORDER_ID, "/v1/x/../orders/" + Samples.ORDER_ID, "//v1//orders//" + Samples.ORDER_ID,
    ORDER + "/", ORDER + ";a=b",
    "/v1;a=b/orders/" + Samples.ORDER_ID, "/q/../v1/orders/" + Samples.ORDER_ID, "http://evil.example" + ORDER,
    ORDER + "?access_token=x&customerId=bob",
  })
  void however_it_is_written_another_customers_order_stays_theirs(String path) {
    var bobs = RawHttp.send("", "GET " + path + " HTTP/1.1", "Host: localhost", "Authorization: Bearer " + issuer.customer("bob"));
    var nobodys = RawHttp.send("", "GET " + path + " HTTP/1.1", "Host: localhost");

    assertThat(bobs.status()).as(bobs.toString()).isEqualTo(404);
    assertThat(bobs.isProblem()).isTrue();
    assertThat(nobodys.status()).as(nobodys.toString()).isIn(401, 404);
    assertThat(nobodys.isProblem()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "X-Forwarded-For: 127.0.0.1", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "X-Forwarded-Prefix: /q",
    "Forwarded: for=127.0.0.1;host=evil.example",
    "X-Original-URL: /q/metrics", "X-Rewrite-URL: /v1/stock/TEA-001", "X-HTTP-Method-Override: DELETE", "X-Http-Method: PUT", "X-Customer-Id: alice",
    "X-User: alice", "X-Roles: operator", "X-Remote-User: alice", "Cookie: q_session=alice",
  })
  void a_header_that_says_who_or_what_else_one_is_changes_nothing(String header) {
    var lines = new String[] {"GET " + ORDER + " HTTP/1.1", "Host: localhost", "Authorization: Bearer " + issuer.customer("bob"), header};

    assertThat(RawHttp.send("", lines).status()).isEqualTo(404);
    lines[2] = "Accept: application/json";
    var nobodys = RawHttp.send("", lines);
    assertThat(nobodys.status()).isEqualTo(401);
    assertThat(nobodys.headers() + nobodys.body()).doesNotContain("evil.example");
    assertThat(asked()).noneMatch(asked -> asked.headers().contains(header.split(":")[0]));
  }

  @Test
  void where_the_request_says_it_went_is_not_where_clients_are_sent() {
    services.of(Service.ORDERS).answers(Answering.json(202, "{}").and("Location", "http://orders:8081" + ORDER));
    var answer = post("{}", "Host: localhost", "X-Forwarded-Host: evil.example", "Content-Length: 2");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Location").orElse("")).endsWith(ORDER).doesNotContain("evil");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Content-Length: -1", "Content-Length: 1e3", "Content-Length: 99999999999999999999", "Content-Length: 2\r\nContent-Length: 3",
    "Content-Length: 2\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "Transfer-Encoding: xchunked",
    "Transfer-Encoding: gzip, chunked", "Content-Length: 0x2", "Content-Length: +2", "Content-Length : 2", "Transfer-Encoding : chunked",
  })
  void what_lies_about_its_length_never_becomes_two_requests(String length) {
    var smuggled = "0\r\n\r\nGET /v1/stock/TEA-001 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + issuer.operator() + "\r\n\r\n";
    var answer = post(smuggled, "Host: localhost", length);

    assertThat(answer.status()).isNotEqualTo(500);
    assertThat(services.of(Service.INVENTORY).asked()).isEmpty();
    assertThat(services.of(Service.ORDERS).asked()).allMatch(asked -> asked.method().equals("POST"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "text/csv", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded",
    "application/jsonp", "*/*", "x"})
  void a_body_of_another_kind_is_refused_before_it_is_read(String type) {
    var answer = post("{}", "Host: localhost", "Content-Length: 2", "Content-Type: " + type);

    assertThat(answer.status()).as(answer.toString()).isIn(400, 415);
    assertThat(answer.isProblem()).isTrue();
    assertThat(asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "PATCH", "DELETE", "BREW", "get"})
  void a_method_nobody_answers_is_a_problem(String method) {
    var answer = RawHttp.send("", method + " /v1/orders HTTP/1.1", "Host: localhost", "Authorization: Bearer " + issuer.customer("alice"));

    assertThat(answer.status()).as(answer.toString()).isIn(400, 404, 405, 501);
    assertThat(asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "GET " + ORDER, "GET  " + ORDER + " HTTP/1.1", "GET " + ORDER + " HTTP/9.9", "\u0000\u0001\u0002", "GET http:///// HTTP/1.1", "GET * HTTP/1.1",
    "GET // HTTP/1.1",
    "GET " + ORDER + " HTTP/1.1\r\nHost: a\r\nHost: b", "GET " + ORDER + "?a=\u00e9 HTTP/1.1", "GET " + ORDER + " HTTP/1.1\r\nBroken header",
    "GET /%zz HTTP/1.1",
    "GET /%2 HTTP/1.1", "GET /v1/insights/sales?from=%zz HTTP/1.1",
  })
  void what_is_hardly_http_does_no_harm(String line) {
    assertThat(RawHttp.send("", line, "Host: localhost").status()).isNotEqualTo(500);
    assertThat(RawHttp.send("", "GET /q/health/live HTTP/1.1", "Host: localhost").status()).isEqualTo(200);
  }

  @Test
  void an_address_longer_than_any_here_is_a_problem() {
    var fits = RawHttp.send("", "GET /v1/products?sku=" + "A".repeat(4_000) + " HTTP/1.1", "Host: localhost");
    var tooLong = RawHttp.send("", "GET /v1/products?sku=" + "A".repeat(5_000) + " HTTP/1.1", "Host: localhost");

    assertThat(fits.status()).as(fits.toString()).isNotEqualTo(414);
    assertThat(tooLong.status()).isEqualTo(414);
    assertThat(tooLong.isProblem()).as(tooLong.toString()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40})
  void headers_longer_than_any_here_are_a_problem(int headers) {
    var lines = new ArrayList<>(List.of("GET " + ORDER + " HTTP/1.1", "Host: localhost"));
    for (int i = 0; i < headers; i++) {
      lines.add("X-Long-" + i + ": " + "x".repeat(21_000 / headers));
    }
    var answer = RawHttp.send("", lines.toArray(String[]::new));

    assertThat(answer.status()).isEqualTo(431);
    assertThat(answer.isProblem()).as(answer.toString()).isTrue();
    assertThat(asked()).isEmpty();
  }

  @Test
  void headers_without_end_are_cut_off() {
    var answer = RawHttp.send("", "GET " + ORDER + " HTTP/1.1", "Host: localhost", "X-Long: " + "x".repeat(1_000_000));

    assertThat(answer.status()).isIn(0, 400, 431);
    assertThat(asked()).isEmpty();
  }

  private RawHttp.Answer post(String body, String... headers) {
    var lines = new ArrayList<>(List.of("POST /v1/orders HTTP/1.1", "Authorization: Bearer " + issuer.operator(), "Idempotency-Key: k"));
    lines.addAll(List.of(headers));
    if (lines.stream().noneMatch(line -> line.startsWith("Content-Type"))) {
      lines.add("Content-Type: application/json");
    }
    return RawHttp.send(body, lines.toArray(String[]::new));
  }

  private List<Stub.Asked> asked() {
    return Arrays.stream(Service.values()).flatMap(service -> services.of(service).asked().stream()).toList();
  }
}
