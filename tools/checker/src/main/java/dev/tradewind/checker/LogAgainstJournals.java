package dev.tradewind.checker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every commit of every journal is in the log as it is there, and the log holds nothing else. */
final class LogAgainstJournals {

  private final Map<String, Logged> unseen = new HashMap<>();
  private final Notes notes;

  LogAgainstJournals(List<Logged> log, Notes notes) {
    this.notes = notes;
    for (var logged : log) {
      if (unseen.put(logged.id(), logged) != null) {
        notes.violated("the log tells stream %s of two services", logged.id());
      }
    }
  }

  void compare(List<Stream> journals) {
    for (var stream : journals) {
      var logged = unseen.remove(stream.id());
      if (logged == null) {
        notes.lookedAt(1);
        notes.violated("stream %s of %s is not in the log", stream.id(), stream.service());
      } else {
        compare(stream, logged);
      }
    }
    for (var logged : unseen.values()) {
      notes.lookedAt(1);
      notes.violated("the log holds stream %s, which the journal of %s has not", logged.id(), logged.service());
    }
  }

  private void compare(Stream stream, Logged logged) {
    if (!stream.service().equals(logged.service())) {
      notes.violated("stream %s of %s is in the log as one of %s", stream.id(), stream.service(), logged.service());
    }
    var committed = new HashMap<Long, Object>();
    stream.commits().forEach(commit -> committed.put(commit.version(), commit.content()));
    for (var record : logged.records()) {
      notes.lookedAt(1);
      var content = committed.get(record.version());
      if (content == null) {
        notes.violated("the log holds version %d of stream %s, which the journal has not", record.version(), stream.id());
      } else if (!content.equals(record.content())) {
        notes.violated("version %d of stream %s is in the log with other content", record.version(), stream.id());
      }
    }
    logged.records().forEach(record -> committed.remove(record.version()));
    for (var version : committed.keySet()) {
      notes.violated("version %d of stream %s is not in the log", version, stream.id());
    }
  }
}
