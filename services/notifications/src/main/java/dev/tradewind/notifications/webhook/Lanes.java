package dev.tradewind.notifications.webhook;

import java.util.HashMap;
import java.util.Map;

/**
 * How many calls of one webhook are under way at once in this process: so many while it answers well, one while it does not. So a consumer
 * that hangs takes little from the others.
 */
final class Lanes {

  private final int width;
  private final Map<String, Lane> lanes = new HashMap<>();

  private record Lane(int underWay, boolean ailing) {}

  Lanes(int width) {
    this.width = width;
  }

  /** Whether another call may be made; it must {@link #leave} then. */
  synchronized boolean enter(String webhookId) {
    var lane = lanes.getOrDefault(webhookId, new Lane(0, false));
    if (lane.underWay() >= (lane.ailing() ? 1 : width)) {
      return false;
    }
    lanes.put(webhookId, new Lane(lane.underWay() + 1, lane.ailing()));
    return true;
  }

  synchronized void leave(String webhookId, boolean well) {
    var left = new Lane(lanes.get(webhookId).underWay() - 1, !well);
    if (left.underWay() == 0 && well) {
      lanes.remove(webhookId);
    } else {
      lanes.put(webhookId, left);
    }
  }
}
