package dev.tradewind.queries.views;

import dev.tradewind.core.Check;
import dev.tradewind.core.Message;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.serving.Views.Outcome;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/**
 * Builds the views anew in another table while this one serves. It runs where operators run things, not in a serving instance: it takes
 * hours when there are many orders, and may make and drop tables, which the service may not.
 *
 * <p>{@link #begin}, {@link #fill}, {@link #activate}, and when nobody reads the old table any more, {@link #drop}. When it dies while it
 * fills, fill again: what is there already is skipped. Live events go to both tables from the beginning, so it may take its time.
 */
public final class Rebuild {

  /**
   * What a table was filled with.
   *
   * @param written events that made a view, or made one newer
   * @param skipped events of versions that were there already, or were overtaken
   */
  public record Filled(long written, long skipped) {}

  private static final int WRITES_AT_ONCE = 64;

  private final DynamoDbAsyncClient client;
  private final Names names;
  private final InstantSource clock;
  private final Control control;
  private final TableCopies tables;

  public Rebuild(DynamoDbAsyncClient client, Names names, InstantSource clock) {
    this.client = Check.notNull(client, "client");
    this.names = Check.notNull(names, "names");
    this.clock = Check.notNull(clock, "clock");
    this.control = new Control(client, names);
    this.tables = new TableCopies(client);
  }

  /**
   * Makes the table, unless there is an empty one, and has live events written to it too.
   *
   * @return from when on live events are sure to reach it: everything told before must come from the archive
   * @throws RebuildRefused when the table serves or holds something, or another rebuild is under way
   */
  public Uni<Instant> begin(String table) {
    return Uni.createFrom().item(() -> names.checked(table))
        .flatMap(checked -> control.read())
        .invoke(now -> now.begin(table, clock.instant()))
        .flatMap(now -> tables.emptyLike(now.active(), table))
        .flatMap(ready -> control.change(now -> now.begin(table, clock.instant())))
        .map(now -> now.changedAt().plus(SwitchedViews.SETTLED_AFTER));
  }

  /**
   * Applies these events of orders to the table that is being built. May be repeated.
   *
   * <p>Of the events of an order that come near each other only the newest is written: it is all that would be left of them.
   *
   * @throws RebuildRefused when no rebuild into the table is under way, or a message tells of no order
   */
  public Uni<Filled> fill(String table, Multi<Message> events) {
    var target = new ViewTable(client, table);
    return control.read().invoke(now -> now.requireBuilding(table))
        .flatMap(now -> tables.existing(table))
        .flatMap(found -> {
          var offered = new AtomicLong();
          return Newest.of(events.map(Rebuild::view).invoke(offered::incrementAndGet))
              .onItem().transformToUni(target::apply).merge(WRITES_AT_ONCE)
              .filter(outcome -> outcome == Outcome.WRITTEN)
              .collect().with(Collectors.counting())
              .map(written -> new Filled(written, offered.get() - written));
        });
  }

  /**
   * From now on the table serves. The one that served before stays as it is.
   *
   * @throws RebuildRefused when no rebuild into the table is under way, or there is no such table
   */
  public Uni<Void> activate(String table) {
    return tables.existing(table).flatMap(found -> control.change(now -> now.activate(table, clock.instant()))).replaceWithVoid();
  }

  /**
   * Gives the rebuild up. The table stays until it is dropped.
   *
   * @throws RebuildRefused when no rebuild into the table is under way
   */
  public Uni<Void> abandon(String table) {
    return control.change(now -> now.abandon(table, clock.instant())).replaceWithVoid();
  }

  /**
   * Deletes a table of views that is no longer needed.
   *
   * @throws RebuildRefused when it serves or is being built, may still be in use by an instance that does not know yet, is protected, or
   *     when there is no such table
   */
  public Uni<Void> drop(String table) {
    return Uni.createFrom().item(() -> names.checked(table)).flatMap(checked -> control.read()).invoke(now -> {
      now.requireIdle(table);
      var left = Duration.between(clock.instant(), now.changedAt().plus(SwitchedViews.SETTLED_AFTER));
      if (left.isPositive()) {
        throw new RebuildRefused("tables were switched at %s and %s may still be read: try again in %d s"
            .formatted(now.changedAt(), table, left.toSeconds() + 1));
      }
    }).flatMap(now -> tables.delete(table));
  }

  /** A whole rebuild, but for dropping the old table. When it fails after it began: fill again, or abandon it. */
  public Uni<Filled> run(String table, Archive archive) {
    return begin(table).flatMap(live -> fill(table, archive.toldBefore(live))).call(filled -> activate(table));
  }

  private static OrderView view(Message event) {
    return OrderView.of(event).orElseThrow(() -> new RebuildRefused("the archive gave %s, which tells of no order: give events of orders only"
        .formatted(event.id())));
  }
}
