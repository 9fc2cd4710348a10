package dev.tradewind.janitor.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of one order, folded from what each service did.
 *
 * @param placed when; empty when nobody ever placed it
 * @param total what it costs, in minor units
 * @param confirmed and that was not undone
 * @param undone cancelled or rejected
 * @param stock the units that are set aside or sold for it; empty when none are
 * @param captures how often money was taken
 * @param kept money that was taken and not given back
 * @param held whether money is on hold that was neither taken nor let go
 * @param arranged whether a carrier has, had or will have a parcel
 * @param ledger what the provider's ledger says; empty when nobody asked it, or it knows nothing
 * @param youngest when something happened for it last
 */
record Whole(
    String order,
    Optional<Instant> placed,
    long total,
    boolean confirmed,
    boolean undone,
    Map<String, Long> stock,
    int captures,
    long kept,
    boolean held,
    boolean arranged,
    Optional<Money> ledger,
    Instant youngest) {

  /** What the provider's ledger says: how often it took money, and how much it kept. */
  record Money(int captures, long kept) {}

  /** @param deeds of one order, each once, each part by version */
  static Whole of(String order, List<Deed> deeds) {
    var fold = new Fold();
    deeds.forEach(fold::add);
    return fold.whole(order);
  }

  /** What is folded, while it is folded. */
  private static final class Fold {
    private Optional<Instant> placed = Optional.empty();
    private long total;
    private boolean confirmed;
    private boolean undone;
    private Map<String, Long> stock = Map.of();
    private long charge;
    private int captures;
    private long kept;
    private boolean held;
    private boolean arranged;
    private Optional<Money> ledger = Optional.empty();
    private Instant youngest = Instant.MIN;

    void add(Deed deed) {
      youngest = deed.at().isAfter(youngest) ? deed.at() : youngest;
      deed.names().forEach(name -> {
        switch (deed.part()) {
          case ORDER -> order(name, deed);
          case STOCK -> stock(name, deed);
          case PAYMENT -> payment(name, deed);
          case SHIPMENT -> shipment(name);
          case LEDGER -> ledger(name, deed);
          case RECEIPT -> { }
        }
      });
    }

    private void order(String name, Deed deed) {
      switch (name) {
        case "OrderPlaced" -> {
          placed = Optional.of(deed.at());
          total = deed.amount();
        }
        case "OrderConfirmed" -> confirmed = true;
        case "OrderCancelled", "OrderRejected" -> {
          confirmed = false;
          undone = true;
        }
        default -> { }
      }
    }

    private void stock(String name, Deed deed) {
      switch (name) {
        case "StockReserved", "StockSold" -> stock = deed.units();
        case "StockReleased", "StockRejected" -> stock = Map.of();
        default -> { }
      }
    }

    private void payment(String name, Deed deed) {
      switch (name) {
        case "AuthorizationRequested" -> charge = deed.amount();
        case "Authorized" -> held = true;
        case "Captured" -> {
          captures++;
          kept += charge;
          held = false;
        }
        case "Voided" -> held = false;
        case "Refunded" -> kept -= charge;
        default -> { }
      }
    }

    private void shipment(String name) {
      switch (name) {
        case "Arranged" -> arranged = true;
        case "Cancelled" -> arranged = false;
        default -> { }
      }
    }

    private void ledger(String name, Deed deed) {
      var before = ledger.orElse(new Money(0, 0));
      ledger = Optional.of(switch (name) {
        case "captured" -> new Money(before.captures() + 1, before.kept() + deed.amount());
        case "refunded" -> new Money(before.captures(), before.kept() - deed.amount());
        default -> before;
      });
    }

    Whole whole(String order) {
      return new Whole(order, placed, total, confirmed, undone, stock, captures, kept, held, arranged, ledger, youngest);
    }
  }
}
