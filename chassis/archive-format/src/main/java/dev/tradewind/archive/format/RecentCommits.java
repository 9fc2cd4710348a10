package dev.tradewind.archive.format;

import dev.tradewind.core.wire.LoggedCommit;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** Recognises a commit that was seen not long before, by source and id. */
final class RecentCommits {

  private final int most;
  private final SequencedSet<String> ids = new LinkedHashSet<>();

  RecentCommits(int most) {
    this.most = most;
  }

  /** False when it was among the last ones already. */
  synchronized boolean isNew(LoggedCommit commit) {
    var id = commit.source() + "/" + commit.id();
    boolean isNew = !ids.remove(id);
    ids.addLast(id);
    if (ids.size() > most) {
      ids.removeFirst();
    }
    return isNew;
  }
}
