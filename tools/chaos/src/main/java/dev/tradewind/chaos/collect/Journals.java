package dev.tradewind.chaos.collect;

import dev.tradewind.checker.Stream;
import dev.tradewind.checker.Stream.Commit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The journals of all services that keep one. */
final class Journals {

  private final Tables tables;
  private final Subscribers subscribers;
  private final Set<String> deadlines = new HashSet<>();

  Journals(Tables tables, Subscribers subscribers) {
    this.tables = tables;
    this.subscribers = subscribers;
  }

  List<Stream> read() {
    var streams = new ArrayList<Stream>();
    Names.JOURNALS.forEach(service -> streams.addAll(read(service)));
    return streams;
  }

  private List<Stream> read(String service) {
    var reader = new CommitReader(service, subscribers, deadlines);
    Map<String, List<Commit>> byStream = new HashMap<>();
    tables.scan(Names.table(service), item -> byStream.computeIfAbsent(CommitReader.stream(item), first -> new ArrayList<>()).add(reader.read(item)));
    var streams = new ArrayList<Stream>(byStream.size());
    byStream.forEach((id, commits) -> {
      commits.sort(Comparator.comparingLong(Commit::version));
      streams.add(new Stream(service, id, commits));
    });
    return streams;
  }

  /** The ids of all deadlines in what was read. */
  Set<String> deadlines() {
    return deadlines;
  }
}
