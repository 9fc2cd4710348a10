package dev.tradewind.chaos.recovery;

import dev.tradewind.chaos.proxy.Commits;
import dev.tradewind.chaos.recovery.Journey.Stop;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows every order by the commits it makes, at no cost to the platform. */
public final class Journeys implements Commits {

  private static final String ORDER = "order/";
  private static final String ORDERS = "orders";
  private static final Pattern END = Pattern.compile("\"[\\w.]*\\b(?:OrderDelivered|OrderCancelled|OrderRejected)\\b");
  private static final Pattern CONFIRMED = Pattern.compile("\"[\\w.]*\\bOrderConfirmed\\b");
  private static final Pattern ASKED = Pattern.compile("\\[\"tradewind\\.(?!orders\\b|chassis\\b)(\\w+)\\.");
  // Nobody asks it to: it hears of a confirmed order and goes on by itself.
  private static final String AFTER_CONFIRMATION = "shipping";

  private final InstantSource clock;
  private final Map<String, List<Stop>> journeys = new ConcurrentHashMap<>();
  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();

  public Journeys(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void made(String stream, long version, String events, String messages) {
    if (!stream.startsWith(ORDER) || !heard.add(stream + "/" + version)) {
      return;
    }
    String orderId = stream.substring(ORDER.length());
    boolean isEnd = END.matcher(events).find();
    Instant now = clock.instant();
    journeys.compute(orderId, (id, stops) -> {
      List<Stop> all = stops == null ? new ArrayList<>() : stops;
      all.add(new Stop(now, waitsFor(events, messages, all), isEnd));
      return all;
    });
    if (isEnd) {
      ended.add(orderId);
    }
  }

  private static String waitsFor(String events, String messages, List<Stop> before) {
    if (CONFIRMED.matcher(events).find()) {
      return AFTER_CONFIRMATION;
    }
    Matcher asked = ASKED.matcher(messages);
    if (asked.find()) {
      return asked.group(1);
    }
    return before.isEmpty() ? ORDERS : before.getLast().waitsFor();
  }

  /** When the last order came to an end; empty when none has. */
  public Optional<Instant> lastEnd() {
    return all().stream().flatMap(journey -> journey.stops().stream()).filter(Stop::isEnd).map(Stop::at).max(Comparator.naturalOrder());
  }

  /** How many orders have come to an end. */
  public int ended() {
    return ended.size();
  }

  public boolean hasEnded(String orderId) {
    return ended.contains(orderId);
  }

  /** When orders came to their ends, oldest first, once no commit is under way. */
  public List<Instant> ends() {
    return all().stream().flatMap(journey -> journey.stops().stream().filter(Stop::isEnd).limit(1)).map(Stop::at).sorted().toList();
  }

  /** All of them, once no commit is under way. */
  public List<Journey> all() {
    return journeys.entrySet().stream().map(journey -> new Journey(journey.getKey(), journey.getValue())).toList();
  }
}
