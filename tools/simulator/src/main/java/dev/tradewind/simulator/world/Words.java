package dev.tradewind.simulator.world;

import dev.tradewind.core.Append;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Message;
import dev.tradewind.inventory.grouping.StockWrite;
import dev.tradewind.inventory.grouping.WriteOutcome;
import dev.tradewind.queries.domain.OrderView;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts into words what happens, with ids short enough to read. */
public final class Words {

  private static final Pattern ORDER_ID = Pattern.compile("([0-9a-f]{4})[0-9a-f]{4}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private Words() {}

  /** A call to somebody outside. */
  public record Call(String what, String key) {}

  /** A message that is deleted from its queue. */
  record Receipt(Message message) {}

  /** A commit that is put into the central log. */
  public record Put(Commit<?> commit) {}

  public static String of(Object what) {
    return switch (what) {
      case Receipt(var message) -> "acknowledging " + message.id();
      case Put(var commit) -> "log of commit " + commit.id();
      case Commit<?> commit -> "commit %s because of %s: %s".formatted(commit.id(), commit.cause().id(),
          commit.events().stream().map(Words::event).collect(Collectors.joining(", ")));
      case Message message -> message.data().getClass().getSimpleName() + " " + message.id()
          + message.notBefore().map(due -> " due " + due).orElse("");
      case StockWrite write -> "stock write of %s, counters %s".formatted(
          write.items().stream().map(item -> item.key() + " version " + item.version()).toList(), write.counters());
      case OrderView view -> "view of order %s as version %d told it".formatted(view.orderId(), view.version());
      case Call(var asked, var key) -> asked + " " + key;
      default -> what.toString();
    };
  }

  /** How an effect went, by its result. */
  public static String did(Object result) {
    return switch (result) {
      case Append.Conflict<?> conflict -> "is too late for";
      case Append.AlreadyOurs<?> ours -> "did before";
      case WriteOutcome.Refused refused -> "may not do";
      case null, default -> "does";
    };
  }

  /** The ids of orders cut to their beginning. */
  public static String shortened(String text) {
    return ORDER_ID.matcher(text).replaceAll("$1");
  }

  private static String event(Object event) {
    return event instanceof Record record && record.getClass().getRecordComponents().length < 4 ? event.toString() : event.getClass().getSimpleName();
  }
}
