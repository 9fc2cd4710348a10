package dev.tradewind.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradewind.gateway.access.IssuerResource;
import dev.tradewind.gateway.stub.Stub;
import dev.tradewind.gateway.stub.Stub.Answering;
import dev.tradewind.gateway.stub.StubServices;
import dev.tradewind.quarkus.Problem;
import dev.tradewind.quarkus.guard.Guards;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call goes through: two instances, one guard. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(IssuerResource.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UpstreamTest {

  private static final ServiceRequest GET = ServiceRequest.get("/v1/things");
  private static final ServiceRequest POST_WITH_KEY =
      new ServiceRequest(HttpMethod.POST, "/v1/things", Map.of("Idempotency-Key", "k", "Content-Type", "application/json"), "{}".getBytes());
  private static final ServiceRequest POST_WITHOUT = new ServiceRequest(HttpMethod.POST, "/v1/things", Map.of(), "{}".getBytes());
  private static final Duration LONG = Duration.ofSeconds(10);

  @Inject
  Guards guards;

  @Inject
  Vertx vertx;

  StubServices services;

  private final List<Throwable> heard = new CopyOnWriteArrayList<>();
  private Stub first;
  private Stub second;
  private Upstream upstream;

  @BeforeEach
  void two_instances() {
    first = services.another();
    second = services.another();
    upstream = upstream(first, second);
  }

  @AfterEach
  void no_instances() {
    first.die();
    second.die();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hang-up", "silence", "proxy", "plain-503"})
  void what_is_no_answer_is_asked_for_at_the_other_instance(String trouble) {
    first.answers(switch (trouble) {
      case "hang-up" -> Answering.hangUp();
      case "silence" -> Answering.silence();
      case "proxy" -> Answering.with(502, "text/plain", "upstream connect error");
      default -> request -> request.response().setStatusCode(503).end();
    });
    second.answers(Answering.json(200, "{}"));

    assertThat(call(GET).status()).isEqualTo(200);
    assertThat(call(POST_WITH_KEY).status()).isEqualTo(200);

    assertThat(first.asked()).hasSize(2);
    assertThat(second.asked()).extracting(Stub.Asked::method).containsExactly("GET", "POST");
    assertThat(second.asked().getLast().body()).isEqualTo("{}");
  }

  @Test
  void an_instance_that_is_gone_costs_no_call_and_hears_of_it() {
    first.die();
    second.answers(Answering.json(200, "{}"));

    for (int i = 0; i < 20; i++) {
      assertThat(call(GET).status()).isEqualTo(200);
    }
    assertThat(heard).hasSize(20).allMatch(failure -> failure instanceof ConnectException);
  }

  @Test
  void a_call_that_must_not_be_made_twice_is_not() {
    first.answers(Answering.hangUp());
    second.answers(Answering.json(200, "{}"));

    assertThat(problem(POST_WITHOUT).code()).isEqualTo("service-unavailable");
    assertThat(second.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 500, 503})
  void an_answer_that_says_no_is_an_answer(int status) {
    first.answers(Answering.problem(status, "no", "No."));

    assertThat(call(GET)).satisfies(answer -> {
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.isProblem()).isTrue();
    });
    assertThat(second.asked()).isEmpty();
  }

  @Test
  void when_nobody_is_there_the_client_is_told_who_and_when_to_come_back() {
    first.die();
    second.die();

    assertThat(problem(GET)).satisfies(problem -> {
      assertThat(problem.status()).isEqualTo(503);
      assertThat(problem.getMessage()).startsWith("orders cannot be reached now.");
      assertThat(problem.retryAfter()).hasValue(Duration.ofSeconds(1));
    });
  }

  @Test
  void when_nobody_answers_in_time_it_is_said_that_nothing_is_known() {
    first.answers(Answering.silence());
    second.answers(Answering.silence());

    assertThat(problem(POST_WITH_KEY)).satisfies(problem -> {
      assertThat(problem.status()).isEqualTo(504);
      assertThat(problem.code()).isEqualTo("service-timeout");
    });
    assertThat(first.asked().size() + second.asked().size()).isEqualTo(3);
  }

  @Test
  void an_answer_that_is_too_long_is_not_passed_on_and_not_asked_for_again() {
    first.answers(Answering.json(200, "x".repeat(2_000_000)));

    assertThat(problem(GET).status()).isEqualTo(502);
    assertThat(first.asked()).hasSize(1);
    assertThat(second.asked()).isEmpty();
  }

  @Test
  void only_what_was_chosen_goes_out() {
    first.answers(Answering.json(200, "{}"));

    call(new ServiceRequest(HttpMethod.GET, "/v1/things?a=b%20c", Map.of("Accept", "application/json"), new byte[0]));

    assertThat(first.asked().getFirst().uri()).isEqualTo("/v1/things?a=b%20c");
    assertThat(first.asked().getFirst().headers().names()).map(String::toLowerCase)
        .isSubsetOf("accept", "host", "traceparent", "tracestate", "content-length");
  }

  @Test
  void a_request_without_headers_is_one_too() {
    first.answers(Answering.json(200, "{}"));

    assertThat(call(new ServiceRequest(HttpMethod.GET, "/v1/things", Map.of(), new byte[0])).status()).isEqualTo(200);
  }

  private ServiceAnswer call(ServiceRequest request) {
    return upstream.call(request).await().atMost(LONG);
  }

  private Problem problem(ServiceRequest request) {
    return catchThrowableOfType(Problem.class, () -> call(request));
  }

  private Upstream upstream(Stub... instances) {
    var places = new ArrayList<Place>();
    for (var instance : instances) {
      places.add(new Place(places.size(), "localhost", instance.port(), false, end -> {
        if (end != null) {
          heard.add(end);
        }
      }));
    }
    var client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(500));
    var guard = guards.guard("orders-" + UUID.randomUUID(), "tradewind.upstream.orders", TooLong.class::isInstance);
    var exchange = new Exchange(client, client, 1_000_000, Duration.ofSeconds(1));
    return new Upstream(Service.ORDERS, tried -> Uni.createFrom().item(next(places, tried)), guard, exchange);
  }

  /** The first that was not tried: a test knows who is asked. */
  private static Place next(List<Place> places, Set<Long> tried) {
    return places.stream().filter(place -> !tried.contains(place.id())).findFirst().orElse(places.getFirst());
  }
}
