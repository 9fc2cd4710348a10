package dev.tradewind.timemachine;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.wire.Json;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.orders.domain.Order;
import dev.tradewind.orders.domain.OrderEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code ./tradewind asof} runs. */
@Command(name = "./tradewind asof", mixinStandardHelpOptions = true, sortOptions = false,
    description = "What an order was at any moment, from the archive alone.")
public final class AsOf implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "ORDER", description = "The order's id.")
  private String order;

  @Parameters(index = "1", paramLabel = "TIME", description = "Such as 2026-01-31T12:00:00Z.")
  private String time;

  @Option(names = "--from", paramLabel = "TIME", description = "Read the archive from this time on: one at which the order was not yet placed.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Mixin
  private final Place place;

  private final InstantSource clock;
  private final LogCodec codec = new LogCodec(new JsonCodec(Contracts.TYPES.and(OrderEvent.RECORDS)));

  AsOf(Place place, InstantSource clock) {
    this.place = place;
    this.clock = clock;
  }

  public static void main(String... arguments) {
    Exit.with(new AsOf(Place.named(), InstantSource.system()), arguments);
  }

  /** Commits may come to the log later than they were made, so the end of the search is not that time. */
  @Override
  public Integer call() {
    var moment = Times.past("TIME", time, clock.instant());
    var begin = from.map(text -> Times.past("--from", text, clock.instant()));
    var found = new Search(place.store(), codec, json ? line -> {} : spec.commandLine().getErr()::println)
        .order(order, Search.hours(begin, Optional.empty()));
    var then = OrderAt.of(order, found.commits(), moment, codec);
    (json ? List.of(json(then, moment)) : lines(then, moment)).forEach(spec.commandLine().getOut()::println);
    return 0;
  }

  private List<String> lines(OrderAt then, Instant moment) {
    var table = new Table().row("order", order).row("as of", moment.toString())
        .row("state", state(then.order())).row("since", "%s (version %d)".formatted(then.changedAt(), then.version()));
    then.order().reason().ifPresent(reason -> table.row("reason", reason));
    then.order().placed().ifPresent(placed -> table
        .row("customer", placed.customerId())
        .row("total", "%d %s, in the smallest unit".formatted(then.order().total().amount(), then.order().total().currency()))
        .row("lines", placed.lines().stream().map(line -> "%d x %s at %d".formatted(line.quantity(), line.sku(), line.unitPrice()))
            .collect(Collectors.joining(", "))));
    table.row("steps done", then.order().progress().done().isEmpty() ? "none" : String.join(", ", then.order().progress().done()));
    then.order().trackingNumber().ifPresent(tracking -> table.row("tracking", tracking));
    then.next().ifPresentOrElse(
        next -> table.row("next", "%s (version %d): %s".formatted(next.at(), next.version(), Spoken.events(next))),
        () -> table.row("next", "nothing that the archive knows of"));
    return table.lines();
  }

  private static String state(Order order) {
    return order.placed().isPresent() ? order.state().name() : "never placed";
  }

  private String json(OrderAt then, Instant moment) {
    var mapper = Json.mapper();
    var node = mapper.createObjectNode().put("orderId", order).put("asOf", moment.toString())
        .put("state", state(then.order())).put("version", then.version()).put("changedAt", then.changedAt().toString());
    then.order().reason().ifPresent(reason -> node.put("reason", reason));
    then.order().placed().ifPresent(placed -> {
      node.put("customerId", placed.customerId());
      node.set("total", mapper.valueToTree(then.order().total()));
      node.set("lines", mapper.valueToTree(placed.lines()));
    });
    node.set("stepsDone", mapper.valueToTree(then.order().progress().done()));
    then.order().trackingNumber().ifPresent(tracking -> node.put("trackingNumber", tracking));
    then.next().ifPresent(next -> node.put("nextAt", next.at().toString()));
    try {
      return mapper.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write order " + order, e);
    }
  }
}
