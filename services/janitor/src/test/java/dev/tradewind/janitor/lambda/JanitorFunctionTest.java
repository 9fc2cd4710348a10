package dev.tradewind.janitor.lambda;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.contracts.janitor.DriftFound;
import dev.tradewind.core.Message;
import dev.tradewind.janitor.Janitor;
import dev.tradewind.janitor.Round;
import dev.tradewind.janitor.Task;
import dev.tradewind.janitor.World;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The function as Lambda runs it: an event comes in, and the outcome goes out. */
@QuarkusTest
class JanitorFunctionTest {

  private static final World WORLD = World.healthy();
  private static final List<Message> TOLD = new CopyOnWriteArrayList<>();
  private static final List<String> FIGURES = new CopyOnWriteArrayList<>();

  @ConfigProperty(name = "quarkus.lambda.mock-event-server.test-port")
  int port;

  /** In place of those on AWS. */
  static final class Beans {

    @Produces
    @Singleton
    JanitorBeans.Rounds rounds() {
      var janitor = new Janitor(WORLD, Optional.of(WORLD), WORLD.store, Optional.empty(), World.CODEC,
          Path.of(System.getProperty("java.io.tmpdir")), () -> World.NOW);
      return () -> new Round(janitor, Task.usual(), drift -> {
        TOLD.add(drift);
        return Uni.createFrom().voidItem();
      }, FIGURES::add);
    }
  }

  @Test
  void each_event_is_a_round_and_drift_is_told_counted_and_returned() {
    invoked(0);
    assertThat(TOLD).isEmpty();
    assertThat(FIGURES).hasSize(1);

    WORLD.log.removeIf(commit -> commit.id().equals("order/o-1/2"));
    invoked(1);
    assertThat(TOLD).singleElement().satisfies(message -> assertThat(message.data()).isInstanceOfSatisfying(DriftFound.class,
        drift -> assertThat(drift.kind()).isEqualTo("missing-in-log")));
    assertThat(FIGURES.getLast()).contains("\"janitor_drift\":1");
  }

  private void invoked(int drift) {
    given().port(port).contentType("application/json").body("{\"source\":\"aws.events\",\"detail-type\":\"Scheduled Event\"}").post()
        .then().statusCode(200).body("drift", equalTo(drift)).body("problems", equalTo(0));
  }
}
