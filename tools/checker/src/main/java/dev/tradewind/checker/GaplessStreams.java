package dev.tradewind.checker;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Versions without gaps prove that nothing is missing; a cause that occurs once proves that no message was handled twice. What stands in a
 * journal stands in the log and in the archive, and nothing else does.
 */
final class GaplessStreams implements Invariant {

  private static final String NAME = "versions from 1 without gaps, one commit a version, each cause once";

  @Override
  public Finding examine(Facts facts) {
    var copies = new LinkedHashMap<String, List<Logged>>();
    facts.evidence().log().ifPresent(log -> copies.put("log", log));
    facts.evidence().archive().ifPresent(archive -> copies.put("archive", archive));
    var notes = new Notes(5, copies.isEmpty() ? NAME : NAME + ", equal in journal and " + String.join(" and ", copies.keySet()));
    var names = new HashSet<String>();
    var causes = new HashSet<String>();
    for (var stream : facts.evidence().streams()) {
      if (!names.add(stream.id())) {
        notes.violated("stream %s exists twice", stream.id());
      }
      look(stream, causes, notes);
      causes.clear();
    }
    copies.forEach((copy, held) -> new CopyAgainstJournals(copy, held, notes).compare(facts.evidence().streams()));
    return notes.finding();
  }

  private static void look(Stream stream, HashSet<String> causes, Notes notes) {
    notes.lookedAt(stream.commits().size());
    if (stream.commits().isEmpty()) {
      notes.violated("stream %s holds no commit", stream.id());
    }
    long expected = 1;
    for (var commit : stream.commits()) {
      if (commit.version() != expected) {
        notes.violated("stream %s has version %d where %d was expected", stream.id(), commit.version(), expected);
      }
      expected = commit.version() + 1;
      if (!causes.add(commit.cause())) {
        notes.violated("stream %s has cause %s again in version %d", stream.id(), commit.cause(), commit.version());
      }
    }
  }
}
