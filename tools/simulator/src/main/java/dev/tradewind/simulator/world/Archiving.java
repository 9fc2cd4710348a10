package dev.tradewind.simulator.world;

import static java.util.Comparator.comparingLong;

import dev.tradewind.archive.format.ArchiveReader;
import dev.tradewind.archive.format.Audit;
import dev.tradewind.archive.format.InMemoryStore;
import dev.tradewind.archive.format.Span;
import dev.tradewind.archive.writing.Archiver;
import dev.tradewind.checker.Logged;
import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.Commit;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.log.InMemoryShard;
import dev.tradewind.log.LogHandler;
import dev.tradewind.log.LogRecord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The log's way into the archive. Whenever something was put, repeats too, the archive's own code reads on a little later, from where it was;
 * what it writes may fail, and its process may die at any step. Each reading takes no time, so that no two of them meet.
 */
final class Archiving {

  private static final LogCodec CODEC = new LogCodec(new JsonCodec(Contracts.TYPES));
  private static final int PAGE = 100;
  private static final long SOON = 10_000;
  private static final long MOST_AT_ONCE = 100;

  private final World world;
  private final Map<String, Wire> wires = new HashMap<>();
  private final InMemoryShard shard = new InMemoryShard(List.of());
  private final InMemoryStore bucket = new InMemoryStore(PAGE);
  private final LogHandler archiver;
  private long records;
  private boolean awaited;

  Archiving(World world) {
    this.world = world;
    this.archiver = world.plan().sabotage().on(new Archiver(new FragileStore(world, shard, bucket), CODEC, new SimpleMeterRegistry()));
  }

  void take(String service, Commit<?> commit) {
    var text = wire(service).text(service, commit);
    shard.add(new LogRecord(Long.toString(++records), world.instant(), commit.stream().toString(), text.getBytes(StandardCharsets.UTF_8)));
    await();
  }

  private void await() {
    if (!awaited) {
      awaited = true;
      world.agenda().after(world.fate().between(1, SOON), this::readOn);
    }
  }

  private void readOn() {
    awaited = false;
    try {
      shard.readBy(archiver, InMemoryShard.FOR_EVER, (int) world.fate().between(1, MOST_AT_ONCE));
    } catch (InMemoryShard.Killed killed) {
      world.tell("archive", "dies");
      await();
    }
  }

  /** Grows with everything that is archived. */
  long changes() {
    return shard.steps().size();
  }

  /** What is archived, in the checker's words; what is not as it was written is odd. */
  List<Logged> all() {
    new Audit(bucket).run().await().indefinitely().problems().forEach(problem -> world.odd("the archive is damaged: %s", problem));
    Map<StreamId, Set<Logged.Entry>> streams = new LinkedHashMap<>();
    Map<StreamId, String> services = new HashMap<>();
    for (var logged : new ArchiveReader(bucket, CODEC).commits(Span.all()).collect().asList().await().indefinitely()) {
      services.put(logged.stream(), logged.service());
      streams.computeIfAbsent(logged.stream(), first -> new LinkedHashSet<>())
          .add(new Logged.Entry(logged.version(), wire(logged.service()).read(logged)));
    }
    return streams.entrySet().stream().map(stream -> new Logged(services.get(stream.getKey()), stream.getKey().toString(),
        stream.getValue().stream().sorted(comparingLong(Logged.Entry::version)).toList())).toList();
  }

  private Wire wire(String service) {
    return wires.computeIfAbsent(service, name -> new Wire(world, world.fleet(name).service()));
  }
}
