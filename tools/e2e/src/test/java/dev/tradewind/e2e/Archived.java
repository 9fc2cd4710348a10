package dev.tradewind.e2e;

import dev.tradewind.archive.format.ArchiveReader;
import dev.tradewind.archive.format.Audit;
import dev.tradewind.archive.format.S3Store;
import dev.tradewind.archive.format.Span;
import dev.tradewind.core.Types;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.launcher.resources.AwsEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The commits of the services as they lie in the archive. */
final class Archived implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String BUCKET = "tradewind-archive-000000000000-us-east-1";

  private final S3AsyncClient s3;
  private final S3Store store;

  Archived(AwsEndpoint endpoint) {
    s3 = S3AsyncClient.builder().region(Region.of(endpoint.region())).endpointOverride(endpoint.override().orElseThrow()).forcePathStyle(true)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))).build();
    store = new S3Store(s3, BUCKET);
  }

  /** How many commits of each stream of the service there are, each counted once, as {@link Journal#streams} counts them. */
  SortedMap<String, Long> streams(String service) {
    return commits().stream().filter(commit -> commit.service().equals(service))
        .collect(Collectors.groupingBy(LoggedCommit::stream, Collectors.mapping(LoggedCommit::version, Collectors.toSet())))
        .entrySet().stream()
        .collect(Collectors.toMap(stream -> stream.getKey().toString(), stream -> gapless(stream.getValue()), (one, other) -> one, TreeMap::new));
  }

  /** How many objects with commits there are. */
  int objects() {
    return reader().objects(Span.all()).collect().asList().await().atMost(PATIENCE).size();
  }

  /** What is as it was written, and what is not. */
  Audit.Findings audit() {
    return new Audit(store).run().await().atMost(PATIENCE);
  }

  private List<LoggedCommit> commits() {
    return reader().commits(Span.all()).collect().asList().await().atMost(PATIENCE);
  }

  private ArchiveReader reader() {
    return new ArchiveReader(store, new LogCodec(new JsonCodec(Types.of())));
  }

  /** So many, or -1 when one is missing between 1 and the newest. */
  private static long gapless(Set<Long> versions) {
    return versions.stream().mapToLong(version -> version).max().orElseThrow() == versions.size() ? versions.size() : -1;
  }

  @Override
  public void close() {
    s3.close();
  }
}
