package dev.tradewind.cloudmap.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tradewind.cloudmap.UnknownServiceException;
import io.smallrye.mutiny.TimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.servicediscovery.model.RequestLimitExceededException;

/** Cloud Map is away, throttles, or does not answer. */
class OutageOnCloudMapTest {

  private static void awaitFailures(Finder finder, int more) {
    int before = finder.failures.size();
    await().atMost(CloudMap.PATIENCE).until(() -> {
      assertThat(finder.found()).containsExactly("one");
      return finder.failures.size() >= before + more;
    });
  }

  @Test
  void while_cloud_map_is_stopped_those_known_last_are_found() {
    try (var local = LocalCloud.start(); var cloudMap = new CloudMap(local.endpoint())) {
      var service = cloudMap.service();
      cloudMap.put(service, "one", 8081);
      var finder = new Finder(cloudMap, service);
      finder.awaitFound("one");
      local.close();
      awaitFailures(finder, 5);
      assertThatThrownBy(new Finder(cloudMap, service)::found).isInstanceOf(UnknownServiceException.class)
          .hasMessageContaining("No instance of " + service + " is known");
    }
  }

  @Test
  void while_cloud_map_throttles_those_known_last_are_found() {
    try (var local = LocalCloud.start("--cloud-map-discovers-per-second", "1", "--cloud-map-revisions-per-second", "1");
        var cloudMap = new CloudMap(local.endpoint())) {
      var service = cloudMap.service();
      cloudMap.put(service, "one", 8081);
      var finder = new Finder(cloudMap, service);
      finder.awaitFound("one");
      awaitFailures(finder, 5);
      assertThat(finder.failures).hasAtLeastOneElementOfType(RequestLimitExceededException.class);
      cloudMap.registrar(service).deregister("one").await().atMost(CloudMap.PATIENCE);
      cloudMap.put(service, "two", 8082);
      finder.awaitFound("two");
    }
  }

  @Test
  void while_cloud_map_does_not_answer_nobody_waits_longer_than_the_timeout() throws IOException {
    try (var slow = new SlowCloudMap(); var cloudMap = new CloudMap(slow.endpoint())) {
      var finder = new Finder(cloudMap, CloudMap.nowhere(), Duration.ofMillis(300));
      await().atMost(CloudMap.PATIENCE).ignoreException(UnknownServiceException.class).until(() -> finder.found().contains("one"));
      slow.hang();
      awaitFailures(finder, 3);
      assertThat(finder.failures).last().isInstanceOf(TimeoutException.class);
      var stranger = new Finder(cloudMap, CloudMap.nowhere(), Duration.ofMillis(300));
      var callers = IntStream.range(0, 100).mapToObj(caller -> stranger.discovery.instances().subscribeAsCompletionStage()).toList();
      assertThat(callers).allSatisfy(caller -> assertThat(caller).failsWithin(CloudMap.PATIENCE).withThrowableThat()
          .withCauseInstanceOf(UnknownServiceException.class));
      assertThat(stranger.failures).hasSize(1);
    }
  }
}
