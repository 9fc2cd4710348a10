package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@OnStage("calm")
class TraceIT {

  private static final Pattern TRACED = Pattern.compile(" trace=[0-9a-f]{32} ");
  // A line of a request says so in its cause; all others belong to a message.
  private static final Pattern CAUSED = Pattern.compile(" message=\\S+|cause=request/\\S+");

  private final Stage stage;

  TraceIT(Stage stage) {
    this.stage = stage;
  }

  @Test
  void oneTraceLeadsFromTheRequestThroughEveryService() throws IOException {
    String trace = UUID.randomUUID().toString().replace("-", "");
    NewOrder traced = NewOrder.of(stage.stock().product("TRACED", 1), 1);
    stage.notifications().writeTo(traced.customerId(), "someone@shop.example");
    Order order = stage.orders().place(traced, Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
    assertThat(stage.orders().end(order)).isEqualTo("DELIVERED");
    stage.queues().awaitCalm();

    for (String service : Stage.SERVICES) {
      assertThat(linesNaming(order, service)).as("lines of %s that name the order", service).isNotEmpty()
          .allSatisfy(line -> assertThat(line).contains(" trace=" + trace + " ").contains(" order=" + order.id() + " "));
    }
  }

  @Test
  void everyLineThatNamesAnOrderSaysWhichTraceAndMessageItBelongsTo() throws IOException {
    List<Order> orders = stage.orders().place(List.of(
        NewOrder.of(stage.stock().product("LOGGED", 1), 1),
        NewOrder.of(stage.stock().product("LOGGED", 1), 2),
        NewOrder.of(stage.stock().product("LOGGED", 1), 1).paying("tok_declined"),
        NewOrder.of(stage.stock().product("LOGGED", 1), 1).paying("tok_error_500"),
        NewOrder.of(stage.stock().product("LOGGED", 1), 1).to("Farpoint", "00000", "DE")));
    stage.orders().ends(orders);
    stage.queues().awaitCalm();

    for (String service : Stage.SERVICES) {
      for (Order order : orders) {
        assertThat(linesNaming(order, service)).as("lines of %s", service)
            .allSatisfy(line -> assertThat(line).containsPattern(TRACED).containsPattern(CAUSED).contains(" order=" + order.id()));
      }
    }
  }

  private List<String> linesNaming(Order order, String service) throws IOException {
    return Files.readAllLines(stage.log(service)).stream().filter(line -> line.contains(order.id())).toList();
  }
}
