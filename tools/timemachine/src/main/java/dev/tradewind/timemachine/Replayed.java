package dev.tradewind.timemachine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;

/**
 * What a replay did.
 *
 * @param table the one that serves now
 * @param commits of the orders service that were read
 * @param written views that were written
 * @param skipped events whose view was overtaken, or there already
 * @param waitSeconds until the archive was complete
 * @param seconds from the moment the archive was complete until the table served
 */
record Replayed(String table, long commits, long written, long skipped, double waitSeconds, double seconds) {

  private static final ObjectMapper JSON = new JsonMapper();

  /** What the orders told. */
  long events() {
    return written + skipped;
  }

  String text() {
    return String.format(Locale.ROOT, "%s serves: %,d commits of orders read in %.1f s, the wait for the archive included; %,d views written, "
        + "%,d events skipped as overtaken or there already", table, commits, waitSeconds + seconds, written, skipped);
  }

  String json() {
    try {
      return JSON.writeValueAsString(JSON.createObjectNode().put("table", table).put("commits", commits).put("events", events())
          .put("written", written).put("skipped", skipped).put("waitSeconds", waitSeconds).put("seconds", seconds));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
