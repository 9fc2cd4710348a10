package dev.tradewind.insights.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradewind.insights.readers.Readers.Running;
import dev.tradewind.insights.readers.Readers.Standing;
import dev.tradewind.insights.reading.ReaderName;
import dev.tradewind.log.LogProgress;
import dev.tradewind.log.LogReader;
import dev.tradewind.log.LogSource;
import dev.tradewind.log.StartAt;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadersTest {

  // Nobody listens there.
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  @Test
  void a_reader_that_is_switched_off_is_shown_so_and_one_that_finds_no_log_is_not_ready() {
    try (var client = DynamoDbAsyncClient.builder().endpointOverride(NOWHERE).region(Region.US_EAST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create()).build()) {
      var source = new LogSource("events", "sales-leases", new StartAt.Oldest(), Duration.ofSeconds(1), Duration.ofSeconds(2));
      var progress = new LogProgress("sales", InstantSource.system(), new SimpleMeterRegistry());
      try (var readers = new Readers(Map.of(ReaderName.SALES, new Running(
          LogReader.start(source, Optional.of(NOWHERE), client, List.of(), batch -> Uni.createFrom().voidItem(), progress), progress)))) {
        assertThat(readers.standings()).extracting(Standing::name, Standing::enabled, Standing::ready).containsExactly(
            tuple(ReaderName.FRAUD, false, false),
            tuple(ReaderName.RECOMMENDATIONS, false, false),
            tuple(ReaderName.SALES, true, false));
      }
    }
  }
}
