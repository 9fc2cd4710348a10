package dev.tradewind.janitor.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.core.wire.LoggedCommit.Entry;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one service did for an order, or for the stock, in one commit: as much as is needed to tell whether all did their part. It is read by the
 * names on the wire, so that no class of another service is needed.
 *
 * @param subject the order; for a receipt its own key
 * @param part which part of the whole it is
 * @param version of the stream, or the place in the provider's ledger
 * @param names of what happened, without versions
 * @param amount of money that is spoken of, in minor units; 0 when none is
 * @param units that are spoken of, by product
 */
public record Deed(String subject, Part part, long version, Instant at, List<String> names, long amount, Map<String, Long> units) {

  /** Who did it. */
  public enum Part { ORDER, STOCK, PAYMENT, SHIPMENT, LEDGER, RECEIPT }

  /** All of one subject together, each part by version. */
  public static final Comparator<Deed> ORDER = Comparator.comparing(Deed::subject).thenComparing(Deed::part).thenComparing(Deed::version);

  public Deed {
    names = List.copyOf(names);
    units = Map.copyOf(units);
  }

  /** Empty for what does not concern orders and stock. */
  public static Optional<Deed> of(LoggedCommit commit) {
    return switch (commit.service() + " " + commit.stream().kind()) {
      case "orders order" -> Optional.of(deed(Part.ORDER, commit, commit.events(), total(commit), Map.of()));
      case "payments payment" -> Optional.of(deed(Part.PAYMENT, commit, commit.events(), charged(commit), Map.of()));
      case "shipping shipment" -> Optional.of(deed(Part.SHIPMENT, commit, commit.events(), 0, Map.of()));
      case "inventory stock" -> Optional.of(deed(Part.STOCK, commit, commit.messages(), 0, units(commit)));
      case "inventory receipt" -> Optional.of(deed(Part.RECEIPT, commit, commit.messages(), 0, received(commit)));
      default -> Optional.empty();
    };
  }

  /** What the provider says it did. */
  public static Deed ofLedger(String order, long place, Instant at, String kind, long amount) {
    return new Deed(order, Part.LEDGER, place, at, List.of(kind), amount, Map.of());
  }

  boolean isRepeatOf(Deed other) {
    return version == other.version && part == other.part && subject.equals(other.subject);
  }

  private static Deed deed(Part part, LoggedCommit commit, List<Entry> said, long amount, Map<String, Long> units) {
    return new Deed(commit.stream().key(), part, commit.version(), commit.at(), said.stream().map(Deed::name).toList(), amount, units);
  }

  private static String name(Entry entry) {
    var type = entry.type();
    int version = type.lastIndexOf(".v");
    var unversioned = version < 0 ? type : type.substring(0, version);
    return unversioned.substring(unversioned.lastIndexOf('.') + 1);
  }

  private static long total(LoggedCommit commit) {
    return commit.events().stream().filter(event -> name(event).equals("OrderPlaced"))
        .flatMap(event -> event.content().path("lines").valueStream())
        .mapToLong(line -> line.path("quantity").longValue() * line.path("unitPrice").longValue()).sum();
  }

  private static long charged(LoggedCommit commit) {
    return commit.events().stream().filter(event -> name(event).equals("AuthorizationRequested"))
        .mapToLong(event -> event.content().at("/charge/amount/amount").longValue()).sum();
  }

  private static Map<String, Long> units(LoggedCommit commit) {
    var units = new HashMap<String, Long>();
    commit.messages().stream().flatMap(message -> message.content().path("lines").valueStream()).forEach(line -> count(line, units));
    return units;
  }

  private static Map<String, Long> received(LoggedCommit commit) {
    var units = new HashMap<String, Long>();
    commit.messages().forEach(message -> count(message.content(), units));
    return units;
  }

  private static void count(JsonNode line, Map<String, Long> units) {
    units.merge(line.path("sku").asText(), line.path("quantity").longValue(), Long::sum);
  }
}
