package dev.tradewind.checker;

import java.util.Map;

/** The views are a fold of the archive: each shows the newest that was told of its order, and no order is without one. */
final class ViewsShowWhatWasTold {

  private ViewsShowWhatWasTold() {}

  static Finding examine(Views views) {
    var notes = new Notes(9, "views show the newest that the archive tells of each order");
    compare(views.shown(), views.told(), notes);
    return notes.finding();
  }

  private static void compare(Map<String, Object> shown, Map<String, Object> told, Notes notes) {
    told.forEach((order, content) -> {
      notes.lookedAt(1);
      if (!shown.containsKey(order)) {
        notes.violated("order %s has no view", order);
      } else if (!shown.get(order).equals(content)) {
        notes.violated("the view of order %s is %s, and what was told last is %s", order, shown.get(order), content);
      }
    });
    for (var order : shown.keySet()) {
      if (!told.containsKey(order)) {
        notes.lookedAt(1);
        notes.violated("there is a view of order %s, of which nothing was told", order);
      }
    }
  }
}
