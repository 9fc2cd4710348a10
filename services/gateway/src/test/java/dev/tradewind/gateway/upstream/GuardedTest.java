package dev.tradewind.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A service in trouble: how often it is called, and what clients are told. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(IssuerResource.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuardedTest {

  /** What the chassis gives where nothing is set: half of twenty calls. */
  private static final int WINDOW = 20;

  private static final int AT_ONCE = 64;
  private static final Duration LONG = Duration.ofSeconds(10);

  @Inject
  Guards guards;

  @Inject
  Vertx vertx;

  StubServices services;

  private Stub stub;
  private Upstream upstream;

  @BeforeEach
  void one_instance_behind_a_guard_of_its_own() {
    stub = services.another();
    var client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(2 * AT_ONCE));
    var place = new Place(0, "localhost", stub.port(), false, end -> { });
    upstream = new Upstream(Service.PAYMENTS, tried -> Uni.createFrom().item(place),
        guards.guard("payments-" + UUID.randomUUID(), "tradewind.nothing-is-set", TooLong.class::isInstance),
        new Exchange(client, client, 1_000, Duration.ofSeconds(5)));
  }

  @Test
  void when_half_of_the_calls_fail_none_is_made_until_a_few_succeed() {
    stub.answers(Answering.hangUp());
    for (int i = 0; i < WINDOW; i++) {
      assertThat(code()).isEqualTo("service-unavailable");
    }
    stub.answers(Answering.json(200, "{}"));
    int made = stub.asked().size();
    assertThat(made).isEqualTo(WINDOW);
    assertThat(code()).isEqualTo("service-unavailable");
    assertThat(stub.asked()).hasSize(made);

    await().atMost(LONG).until(() -> code().equals("200"));
    for (int i = 0; i < WINDOW; i++) {
      assertThat(code()).isEqualTo("200");
    }
  }

  @Test
  void refusals_do_not_open_the_breaker() {
    stub.answers(Answering.problem(503, "too-many-orders", "D"));
    for (int i = 0; i < 3 * WINDOW; i++) {
      assertThat(code()).isEqualTo("503");
    }
    assertThat(stub.asked()).hasSize(3 * WINDOW);
  }

  @Test
  void no_more_calls_are_under_way_than_may_be_and_the_next_hears_so_at_once() {
    stub.answers(Answering.silence());
    var under = Stream.generate(() -> upstream.call(ServiceRequest.get("/")).subscribeAsCompletionStage()).limit(3 * AT_ONCE).toList();

    await().atMost(LONG).until(() -> stub.asked().size() == AT_ONCE);
    var refused = under.stream().filter(call -> call.isCompletedExceptionally() && call.exceptionNow() instanceof Problem problem
        && problem.code().equals("service-busy")).count();
    assertThat(refused).isGreaterThanOrEqualTo(2 * AT_ONCE - 1);
    assertThat(stub.asked()).hasSize(AT_ONCE);
  }

  private String code() {
    return upstream.call(ServiceRequest.get("/")).map(answer -> String.valueOf(answer.status()))
        .onFailure(Problem.class).recoverWithItem(trouble -> ((Problem) trouble).code()).await().atMost(LONG);
  }
}
