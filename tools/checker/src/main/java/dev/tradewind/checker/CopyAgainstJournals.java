package dev.tradewind.checker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every commit of every journal is in its copy, the log or the archive, as it is there, and the copy holds nothing else. */
final class CopyAgainstJournals {

  private final String copy;
  private final Map<String, Logged> unseen = new HashMap<>();
  private final Notes notes;

  /** @param copy what it is called */
  CopyAgainstJournals(String copy, List<Logged> held, Notes notes) {
    this.copy = copy;
    this.notes = notes;
    for (var logged : held) {
      if (unseen.put(logged.id(), logged) != null) {
        notes.violated("the %s tells stream %s of two services", copy, logged.id());
      }
    }
  }

  void compare(List<Stream> journals) {
    for (var stream : journals) {
      var logged = unseen.remove(stream.id());
      if (logged == null) {
        notes.lookedAt(1);
        notes.violated("stream %s of %s is not in the %s", stream.id(), stream.service(), copy);
      } else {
        compare(stream, logged);
      }
    }
    for (var logged : unseen.values()) {
      notes.lookedAt(1);
      notes.violated("the %s holds stream %s, which the journal of %s has not", copy, logged.id(), logged.service());
    }
  }

  private void compare(Stream stream, Logged logged) {
    if (!stream.service().equals(logged.service())) {
      notes.violated("stream %s of %s is in the %s as one of %s", stream.id(), stream.service(), copy, logged.service());
    }
    var committed = new HashMap<Long, Object>();
    stream.commits().forEach(commit -> committed.put(commit.version(), commit.content()));
    for (var record : logged.records()) {
      notes.lookedAt(1);
      var content = committed.get(record.version());
      if (content == null) {
        notes.violated("the %s holds version %d of stream %s, which the journal has not", copy, record.version(), stream.id());
      } else if (!content.equals(record.content())) {
        notes.violated("version %d of stream %s is in the %s with other content", record.version(), stream.id(), copy);
      }
    }
    logged.records().forEach(record -> committed.remove(record.version()));
    for (var version : committed.keySet()) {
      notes.violated("version %d of stream %s is not in the %s", version, stream.id(), copy);
    }
  }
}
