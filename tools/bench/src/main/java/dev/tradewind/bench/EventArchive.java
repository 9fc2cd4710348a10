package dev.tradewind.bench;

import dev.tradewind.archive.format.ArchiveKey;
import dev.tradewind.archive.format.ArchiveReader;
import dev.tradewind.archive.format.Lines;
import dev.tradewind.archive.format.Manifest;
import dev.tradewind.archive.format.Manifests;
import dev.tradewind.archive.format.ObjectStore;
import dev.tradewind.archive.format.ObjectStore.Content;
import dev.tradewind.archive.format.S3Store;
import dev.tradewind.archive.format.Span;
import dev.tradewind.core.Types;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.launcher.resources.AwsEndpoint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The archive of the platform that is measured: looked at from outside, and made longer than it could become in minutes. */
final class EventArchive implements AutoCloseable {

  /** Reads the envelope of any commit; what it says stays JSON. */
  static final LogCodec CODEC = new LogCodec(new JsonCodec(Types.of()));

  private static final String BUCKET = "tradewind-archive-000000000000-us-east-1";
  private static final String TYPE = "application/gzip";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ObjectStore store;
  private final Manifests manifests;
  private final Runnable end;

  /** @param end what is done when it is closed */
  EventArchive(ObjectStore store, Runnable end) {
    this.store = store;
    this.manifests = new Manifests(store);
    this.end = end;
  }

  /** The one of the platform that works on this local cloud. */
  static EventArchive at(AwsEndpoint endpoint) {
    S3AsyncClient s3 = S3AsyncClient.builder().region(Region.of(endpoint.region())).endpointOverride(endpoint.override().orElseThrow())
        .forcePathStyle(true).credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))).build();
    return new EventArchive(new S3Store(s3, BUCKET), s3::close);
  }

  /** What a list shows now of the hours since then. */
  List<ArchiveKey> objects(Instant since) {
    return new ArchiveReader(store, CODEC).objects(new Span(since, Span.all().to())).collect().asList().await().atMost(PATIENCE);
  }

  /** Its commits, a line each. */
  List<String> lines(ArchiveKey key) {
    byte[] bytes = store.get(key.toString()).await().atMost(PATIENCE)
        .orElseThrow(() -> new BenchException(key + " was in the archive, and is gone")).bytes();
    return Lines.read(key.toString(), bytes).select(line -> true);
  }

  /** Writes an object; {@link #announce} makes it known. */
  Lines write(ArchiveKey key, List<String> commits) {
    Lines lines = Lines.of(commits.stream().map(commit -> commit.getBytes(StandardCharsets.UTF_8)).toList());
    store.put(key.toString(), new Content(lines.compressed(), TYPE, Map.of("records", Integer.toString(commits.size())))).await().atMost(PATIENCE);
    return lines;
  }

  /** Enters an object into the manifest of its hour. */
  void announce(ArchiveKey key, Optional<String> after, int records, Lines lines) {
    manifests.add(key.hour(), key.shard(), new Manifest.Entry(key.toString(), after, key.first(), key.last(), records, List.of(), lines.size(),
        lines.sha256(), Optional.empty(), Optional.empty())).await().atMost(PATIENCE);
  }

  @Override
  public void close() {
    end.run();
  }
}
