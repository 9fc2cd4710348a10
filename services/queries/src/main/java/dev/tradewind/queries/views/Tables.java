package dev.tradewind.queries.views;

import java.time.Instant;
import java.util.Optional;

/**
 * Which table serves, and which is being built.
 *
 * @param active views are read from it, and written to it
 * @param building live events are written to it too
 * @param changedAt when one of the two changed last; {@link Instant#EPOCH} when none ever did
 * @param version grows by one with each change
 */
record Tables(String active, Optional<String> building, Instant changedAt, long version) {

  static Tables only(String active) {
    return new Tables(active, Optional.empty(), Instant.EPOCH, 0);
  }

  /** @throws RebuildRefused when the table serves, or another rebuild is under way */
  Tables begin(String table, Instant now) {
    if (active.equals(table)) {
      throw new RebuildRefused("%s is the table that serves: rebuild into another one, such as %s-2".formatted(table, table));
    }
    building.ifPresent(other -> {
      throw new RebuildRefused("a rebuild into %s began at %s: let it end, go on with it, or abandon it".formatted(other, changedAt));
    });
    return new Tables(active, Optional.of(table), now, version + 1);
  }

  /** @throws RebuildRefused when no rebuild into the table is under way */
  Tables activate(String table, Instant now) {
    requireBuilding(table);
    return new Tables(table, Optional.empty(), now, version + 1);
  }

  /** @throws RebuildRefused when no rebuild into the table is under way */
  Tables abandon(String table, Instant now) {
    requireBuilding(table);
    return new Tables(active, Optional.empty(), now, version + 1);
  }

  void requireBuilding(String table) {
    if (building.filter(table::equals).isEmpty()) {
      throw new RebuildRefused("no rebuild into %s is under way, %s: begin one first".formatted(
          table, building.map(other -> "but one into " + other).orElse("nor into any other table")));
    }
  }

  /** @throws RebuildRefused when the table serves or is being built */
  void requireIdle(String table) {
    if (active.equals(table)) {
      throw new RebuildRefused(table + " is the table that serves: activate another one first");
    }
    if (building.filter(table::equals).isPresent()) {
      throw new RebuildRefused("a rebuild into %s is under way: abandon it first".formatted(table));
    }
  }
}
