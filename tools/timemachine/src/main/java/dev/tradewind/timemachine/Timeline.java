package dev.tradewind.timemachine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.wire.Json;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code ./tradewind timeline} runs. */
@Command(name = "./tradewind timeline", mixinStandardHelpOptions = true, sortOptions = false,
    description = "What every service knew of an order, and when: each of their commits, from the archive.")
public final class Timeline implements Callable<Integer> {

  private static final ObjectMapper JSON = Json.mapper();
  private static final Set<String> HIDDEN = Set.of("method", "fingerprint");
  // The log may have a commit in an hour before or after the one in which it was made: clocks differ.
  private static final Duration SLACK = Duration.ofMinutes(5);

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "ORDER", description = "The order's id.")
  private String order;

  @Option(names = "--from", paramLabel = "TIME",
      description = "Read the archive from this time on. Default: when the order was placed, if the orders service is up; else all of it.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "TIME", description = "Read the archive up to this time.")
  private Optional<String> to = Optional.empty();

  @Option(names = "--json", description = "For programs: one JSON object a commit, with what its events say.")
  private boolean json;

  @Mixin
  private final Place place;

  private final InstantSource clock;
  private final JsonCodec codec = new JsonCodec(Contracts.TYPES);
  private final LogCodec logs = new LogCodec(codec);

  Timeline(Place place, InstantSource clock) {
    this.place = place;
    this.clock = clock;
  }

  public static void main(String... arguments) {
    Exit.with(new Timeline(Place.named(), InstantSource.system()), arguments);
  }

  @Override
  public Integer call() {
    var begin = from.map(text -> Times.past("--from", text, clock.instant()))
        .or(() -> place.orders().flatMap(orders -> Placed.at(orders, order)).map(at -> at.minus(SLACK)));
    var end = to.map(text -> Times.past("--to", text, clock.instant()));
    var found = new Search(place.store(), logs, json ? line -> {} : spec.commandLine().getErr()::println).order(order, Search.hours(begin, end));
    var causes = new Causes(found.commits(), logs, codec);
    lines(found.commits(), causes).forEach(spec.commandLine().getOut()::println);
    return 0;
  }

  private List<String> lines(List<LoggedCommit> commits, Causes causes) {
    return json ? commits.stream().map(commit -> json(commit, causes)).toList() : table(commits, causes);
  }

  private static List<String> table(List<LoggedCommit> commits, Causes causes) {
    var table = new Table().row("TIME", "AFTER", "SERVICE", "COMMIT", "BECAUSE OF", "HAPPENED", "SENT");
    var first = commits.getFirst().at();
    for (var commit : commits) {
      table.row(commit.at().toString(), after(first, commit.at()), commit.service(), "%s v%d".formatted(commit.stream().kind(), commit.version()),
          causes.of(commit), Spoken.events(commit), Spoken.messages(commit));
    }
    return table.lines();
  }

  private static String after(Instant first, Instant at) {
    return "+%.3f s".formatted(Duration.between(first, at).toMillis() / 1_000.0);
  }

  private static String json(LoggedCommit commit, Causes causes) {
    var node = JSON.createObjectNode()
        .put("time", commit.at().toString()).put("service", commit.service()).put("stream", commit.stream().toString())
        .put("version", commit.version()).put("cause", commit.cause().id()).put("answers", commit.cause().answers())
        .put("becauseOf", causes.of(commit));
    ArrayNode events = node.putArray("events");
    commit.events().forEach(event -> {
      ObjectNode data = event.content().deepCopy();
      events.addObject().put("type", event.type()).set("data", data.remove(HIDDEN));
    });
    ArrayNode messages = node.putArray("messages");
    commit.messages().forEach(message -> {
      var sent = messages.addObject().put("type", message.type());
      message.notBefore().ifPresent(due -> sent.put("due", due.toString()));
    });
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + commit.id(), e);
    }
  }
}
