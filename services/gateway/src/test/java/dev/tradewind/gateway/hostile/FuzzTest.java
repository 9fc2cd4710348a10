package dev.tradewind.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.gateway.access.IssuerResource;
import dev.tradewind.gateway.access.TestIssuer;
import dev.tradewind.gateway.contract.Contracts;
import dev.tradewind.gateway.contract.Contracts.Door;
import dev.tradewind.gateway.stub.Samples;
import dev.tradewind.gateway.stub.Stub.Answering;
import dev.tradewind.gateway.stub.StubServices;
import dev.tradewind.gateway.upstream.Service;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests made of the contracts, good and bad: never an error of ours, and every refusal a problem. The seed of a failure is in its message. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(IssuerResource.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FuzzTest {

  private static final int EACH = 60;

  /** A line or a head too long to be looked at: told without a body, by what comes before us. */
  private static final List<Integer> OF_THE_SERVER = List.of(414, 431);

  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());

  StubServices services;
  TestIssuer issuer;

  @BeforeEach
  void every_service_answers_everything() {
    services.forget();
    Arrays.stream(Service.values()).forEach(service -> services.of(service).answers(Answering.json(200, "{}")));
    Samples.whole(services);
  }

  static Stream<Door> doors() {
    return Contracts.doors();
  }

  @ParameterizedTest
  @MethodSource("doors")
  void no_request_is_answered_with_an_error_of_ours_and_each_refusal_is_a_problem(Door door) {
    var random = new Random(SEED ^ door.toString().hashCode());
    JqwikSession.run(() -> {
      var requests = Requests.of(door.operation(), door.method().name(), door.path()).generator(EACH);
      for (int i = 0; i < EACH; i++) {
        var request = requests.next(random).value();
        check(request, RawHttp.send(request.body(), lines(request, random)));
      }
    });
  }

  private String[] lines(Requests.Request request, Random random) {
    var lines = new ArrayList<>(List.of(request.method() + " " + request.target() + " HTTP/1.1", "Host: localhost"));
    switch (random.nextInt(10)) {
      case 0 -> { }
      case 1 -> lines.add("Authorization: Bearer x.y.z");
      case 2, 3, 4 -> lines.add("Authorization: Bearer " + issuer.customer("alice"));
      default -> lines.add("Authorization: Bearer " + issuer.operator());
    }
    lines.addAll(request.headers());
    return lines.toArray(String[]::new);
  }

  private static void check(Requests.Request request, RawHttp.Answer answer) {
    var told = "-Dfuzz.seed=%d: %s\n%s".formatted(SEED, request, answer);
    assertThat(answer.status()).as(told).isNotEqualTo(500).isBetween(200, 599);
    if (answer.status() >= 400 && !OF_THE_SERVER.contains(answer.status())) {
      assertThat(answer.isProblem()).as(told).isTrue();
    }
  }
}
