package dev.tradewind.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payloads, causes and commits to try things with. */
public final class Sample {

  public static final StreamId STREAM = new StreamId("order", "o-1");
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  public static final Types TYPES = Types.of(
      Types.commands("stock", Ask.class, AskV2.class),
      Types.events("orders", Told.class),
      Types.records("orders", Kept.class));

  private Sample() {}

  public record Ask(String what, int times) implements Command {

    public Ask {
      Check.notBlank(what, "what");
      Check.that(times >= 1, "times must be 1 or more, but is %d", times);
    }
  }

  public record AskV2(String what, Optional<String> why) implements Command {}

  public enum Colour {
    RED,
    GREEN
  }

  public record Told(
      String text, long number, boolean flag, Instant when, Duration lasted, Optional<String> perhaps, List<Ask> asks, Map<String, Integer> counts, Colour colour)
      implements Event {}

  public record Kept(String text) {}

  public record Unlisted(String text) implements Event {}

  public static Cause message(String id) {
    return new Cause(id, "", "o-1", "");
  }

  public static Cause answering(String question) {
    return new Cause("m-1", question, "o-1", "");
  }

  public static Cause request() {
    return Cause.request("r-1", "o-1", "");
  }

  public static Commit<Kept> commit(long version, Cause cause, Payload... messages) {
    return new Commit<>(STREAM, version, cause, NOON, List.of(new Kept("version " + version)), Arrays.stream(messages).map(Outgoing::now).toList());
  }

  public static Told told(String text) {
    return new Told(text, 1, true, NOON, Duration.ofMinutes(1), Optional.empty(), List.of(), Map.of(), Colour.RED);
  }

  public static Message message(Payload data) {
    return new Message("order/o-1/1/0", "/tradewind/orders", "order/o-1", 1, NOON, "m-1", "o-1", "", Optional.empty(), data);
  }
}
