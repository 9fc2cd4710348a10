package dev.tradewind.localcloud.kinesis;

import dev.tradewind.localcloud.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Every stream there is. Each change of one is on disk before it is answered. */
final class Streams implements AutoCloseable {

  private static final int RETENTION_HOURS = 24;

  private final TreeMap<String, Stream> streams = new TreeMap<>();
  private final Path directory;
  private final Clock clock;
  private final StreamsFile file;

  /** @throws IOException when what was kept cannot be read */
  Streams(Path directory, Clock clock) throws IOException {
    this.directory = directory;
    this.clock = clock;
    this.file = StreamsFile.in(directory);
    for (var settings : file.read()) {
      streams.put(settings.name(), Stream.open(settings, directory.resolve(settings.directory())));
    }
  }

  long now() {
    return clock.millis();
  }

  /** @throws KinesisException when there is one with this name */
  synchronized void create(String name, int shards, boolean onDemand, Map<String, String> tags) {
    if (streams.containsKey(name)) {
      throw KinesisException.of("ResourceInUseException", "Stream " + name + " under account " + Arn.ACCOUNT + " already exists.");
    }
    var settings = new StreamSettings(name, UUID.randomUUID().toString(), now(), shards, onDemand, RETENTION_HOURS, tags);
    try {
      streams.put(name, Stream.open(settings, directory.resolve(settings.directory())));
    } catch (IOException e) {
      throw new UncheckedIOException("Stream " + name + " could not be created in " + directory, e);
    }
    save();
  }

  synchronized void delete(String name) {
    var stream = get(name);
    streams.remove(name);
    save();
    try {
      stream.close();
      DataDirectory.delete(directory.resolve(stream.settings().directory()));
    } catch (IOException e) {
      throw new UncheckedIOException("The records of stream " + name + " could not be deleted", e);
    }
  }

  /** @throws KinesisException when there is none */
  synchronized Stream get(String name) {
    return Optional.ofNullable(streams.get(name)).orElseThrow(() -> KinesisException.noSuchStream(name));
  }

  synchronized void change(String name, UnaryOperator<StreamSettings> change) {
    var stream = get(name);
    streams.put(name, stream.with(change.apply(stream.settings())));
    save();
  }

  /** In the order of their names. */
  synchronized List<Stream> all() {
    return List.copyOf(streams.values());
  }

  @Override
  public synchronized void close() throws IOException {
    for (var stream : streams.values()) {
      stream.close();
    }
  }

  private void save() {
    file.write(all().stream().map(Stream::settings).toList());
  }
}
