package dev.tradewind.janitor.domain;

import dev.tradewind.core.Check;
import dev.tradewind.janitor.domain.Sighting.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every commit of every journal is in the archive, and in the log while that keeps it, as it is in the journal; versions begin at 1 and have no gaps;
 * nothing else is in archive or log. It is told every sighting in the order of {@link Sighting#ORDER} and holds those of one commit at a time.
 */
public final class Comparison {

  private final Window window;
  private final Set<String> services;
  private final Notes notes;
  private final List<Sighting> commit = new ArrayList<>();
  private Optional<Sighting> before = Optional.empty();

  /** @param services whose journals are looked at; what others put into the log is only counted */
  public Comparison(Window window, Set<String> services, Notes notes) {
    this.window = Check.notNull(window, "window");
    this.services = Set.copyOf(services);
    this.notes = Check.notNull(notes, "notes");
  }

  public void add(Sighting sighting) {
    if (!commit.isEmpty() && !commit.getFirst().isOfSameCommitAs(sighting)) {
      end();
    }
    commit.add(sighting);
  }

  /** There are no more. */
  public void end() {
    if (!commit.isEmpty()) {
      var first = commit.getFirst();
      if (first.place() == Place.JOURNAL) {
        journalled(first);
      } else if (services.contains(first.service())) {
        unknown(first);
      } else {
        notes.count("commits of services without a journal", 1);
      }
      notes.count("repeats in the archive", Math.max(0, seen(Place.ARCHIVE).size() - 1));
      commit.clear();
    }
  }

  private void journalled(Sighting journal) {
    notes.count("commits in the journals", 1);
    version(journal);
    notes.count("commits too young to be judged", window.isYoung(journal.at()) ? 1 : 0);
    if (seen(Place.ARCHIVE).isEmpty() && window.mustBeInArchive(journal.at())) {
      notes.found(Kind.MISSING_IN_ARCHIVE, journal.commit(), "the journal of %s has it, the archive has not".formatted(journal.service()));
    }
    if (seen(Place.LOG).isEmpty() && window.mustBeInLog(journal.at())) {
      notes.found(Kind.MISSING_IN_LOG, journal.commit(), "the journal of %s has it, the central log has not".formatted(journal.service()));
    }
    for (var place : List.of(Place.ARCHIVE, Place.LOG)) {
      var seen = seen(place);
      notes.count(place == Place.ARCHIVE ? "commits in the archive" : "commits in the log", seen.isEmpty() ? 0 : 1);
      if (seen.stream().anyMatch(each -> !each.content().isSameAs(journal.content()))) {
        notes.found(Kind.CHANGED, journal.commit(), "%s holds other content than the journal of %s".formatted(said(place), journal.service()));
      }
    }
  }

  private void version(Sighting journal) {
    long expected = before.filter(journal::isOfSameStreamAs).map(Sighting::version).orElse(0L) + 1;
    if (journal.version() != expected) {
      notes.found(Kind.GAP, journal.stream(), "the journal of %s has version %d where %d was expected"
          .formatted(journal.service(), journal.version(), expected));
    }
    before = Optional.of(journal);
  }

  private void unknown(Sighting first) {
    if (commit.stream().anyMatch(sighting -> window.isYoung(sighting.at()))) {
      notes.count("commits too young to be judged", 1);
    } else {
      notes.found(Kind.NOT_IN_JOURNAL, first.commit(), "%s has it, the journal of %s has not".formatted(said(first.place()), first.service()));
    }
  }

  private List<Sighting> seen(Place place) {
    return commit.stream().filter(sighting -> sighting.place() == place).toList();
  }

  private static String said(Place place) {
    return switch (place) {
      case JOURNAL -> "the journal";
      case ARCHIVE -> "the archive";
      case LOG -> "the central log";
    };
  }
}
