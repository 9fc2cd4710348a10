package dev.tradewind.gateway.limits;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.gateway.access.TestIssuer;
import dev.tradewind.gateway.valkey.BesideValkey;
import dev.tradewind.gateway.valkey.TestValkey;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Limits that several replicas share, over a real server; and what holds while it is stopped or slow. */
@QuarkusTest
@TestProfile(BesideValkey.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedLimitsTest {

  private static final int SERVED = 404;
  private static final int LIMITED = 429;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Policy TEN_A_DAY = new Policy("reads", 10, Duration.ofDays(1));

  TestIssuer issuer;

  TestValkey server;

  @Inject
  Vertx vertx;

  @Inject
  MeterRegistry meters;

  @Inject
  SharedLimiter limiter;

  @AfterEach
  void here_again() {
    await().atMost(PATIENCE).until(() -> {
      request(UUID.randomUUID().toString());
      return health().equals("here");
    });
  }

  @Test
  void one_limit_holds_for_two_replicas() {
    var one = replica();
    var other = replica();
    var key = UUID.randomUUID().toString();
    for (int left = 9; left >= 0; left--) {
      var verdict = take(left % 2 == 0 ? one : other, key);
      assertThat(verdict.allowed()).isTrue();
      assertThat(verdict.remaining()).isEqualTo(left);
    }
    assertThat(take(one, key).allowed()).isFalse();
    assertThat(take(other, key)).returns(false, Verdict::allowed).returns(0L, Verdict::remaining)
        .satisfies(refused -> assertThat(refused.retryAfter()).isBetween(Duration.ofMinutes(140), Duration.ofMinutes(144)));
    assertThat(take(other, UUID.randomUUID().toString()).allowed()).isTrue();
  }

  @Test
  void as_many_at_once_as_may_be_under_way_are_counted_one_by_one() {
    var key = UUID.randomUUID().toString();
    var verdicts = Uni.join().all(IntStream.range(0, 256).mapToObj(i -> limiter.take(key, TEN_A_DAY)).toList()).andFailFast().await().atMost(PATIENCE);
    assertThat(verdicts).filteredOn(Verdict::allowed).hasSize(10);
  }

  @Test
  void what_has_come_back_is_forgotten_by_the_server() {
    var quick = new Policy("reads", 1, Duration.ofSeconds(1));
    var key = UUID.randomUUID().toString();
    var replica = replica();
    assertThat(replica.take(key, quick).await().atMost(PATIENCE).allowed()).isTrue();
    await().atMost(PATIENCE).until(() -> replica.take(key, quick).await().atMost(PATIENCE).allowed());
  }

  @Test
  void a_request_counts_for_a_replica_that_never_saw_it() {
    var id = UUID.randomUUID().toString();
    var replica = replica();
    var reads = new Policy("reads", 5, Duration.ofDays(1));
    for (int i = 0; i < 3; i++) {
      assertThat(replica.take("reads:" + id, reads).await().atMost(PATIENCE).allowed()).isTrue();
    }
    assertThat(IntStream.range(0, 3).map(i -> request(id))).containsExactly(SERVED, SERVED, LIMITED);
  }

  @Test
  void without_the_server_each_replica_counts_alone_and_says_so_until_it_is_back() {
    server.stop();
    try {
      var id = UUID.randomUUID().toString();
      assertThat(IntStream.range(0, 6).map(i -> request(id))).containsExactly(SERVED, SERVED, SERVED, SERVED, SERVED, LIMITED);
      get("/q/health/ready").then().statusCode(200).body("checks.find { it.name == 'valkey' }.data.limitsAndCache", equalTo("local"));
      assertThat(health()).isEqualTo("away");
      assertThat(away()).isEqualTo(2);
    } finally {
      server.startAgain();
    }
    await().atMost(PATIENCE).until(() -> {
      request(UUID.randomUUID().toString());
      return health().equals("here");
    });
    assertThat(away()).isZero();
    var id = UUID.randomUUID().toString();
    assertThat(request(id)).isEqualTo(SERVED);
    assertThat(take(replica(), "reads:" + id, new Policy("reads", 5, Duration.ofDays(1))).remaining()).isEqualTo(3);
  }

  @Test
  void a_server_that_is_slow_is_not_waited_for() {
    var replica = server.replica(vertx, new SimpleMeterRegistry());
    replica.ask("CLIENT", "PAUSE", "12000").await().atMost(PATIENCE);
    var id = UUID.randomUUID().toString();
    assertThat(IntStream.range(0, 6).map(i -> request(id))).containsExactly(SERVED, SERVED, SERVED, SERVED, SERVED, LIMITED);
    assertThat(health()).isEqualTo("away");
  }

  private int request(String customer) {
    return given().header("Authorization", "Bearer " + issuer.customer(customer)).get("/v1/nowhere").statusCode();
  }

  private SharedLimiter replica() {
    return new SharedLimiter(server.replica(vertx, new SimpleMeterRegistry()));
  }

  private static Verdict take(SharedLimiter limiter, String key) {
    return take(limiter, key, TEN_A_DAY);
  }

  private static Verdict take(SharedLimiter limiter, String key, Policy policy) {
    return limiter.take(key, policy).await().atMost(PATIENCE);
  }

  private static String health() {
    return get("/q/health/ready").path("checks.find { it.name == 'valkey' }.data.state");
  }

  private double away() {
    return meters.get("tradewind.guard.state").tag("guard", "valkey").gauge().value();
  }
}
