package dev.tradewind.cloudmap.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.cloudmap.Attributes;
import dev.tradewind.cloudmap.Entry;
import dev.tradewind.cloudmap.ServiceName;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.servicediscovery.model.CustomHealthStatus;

class DiscoveryOnCloudMapTest {

  private static CloudMap cloudMap;

  @BeforeAll
  static void open() {
    cloudMap = new CloudMap(LocalCloud.shared().endpoint());
  }

  @AfterAll
  static void close() {
    cloudMap.close();
  }

  @Test
  void what_is_registered_is_found_with_what_it_said() {
    var service = cloudMap.service();
    cloudMap.put(service, new Entry("one", Map.of(Attributes.IPV4, "10.1.2.3", Attributes.PORT, "8081", Attributes.ZONE, "us-east-1a")));
    var found = new Finder(cloudMap, service).discovery.instances().await().atMost(CloudMap.PATIENCE);
    assertThat(found).singleElement().satisfies(instance -> {
      assertThat(instance.id()).isEqualTo("one");
      assertThat(instance.address()).isEqualTo("10.1.2.3:8081");
      assertThat(instance.zone()).contains("us-east-1a");
    });
  }

  @Test
  void what_comes_and_goes_is_seen() {
    var service = cloudMap.service();
    cloudMap.put(service, "one", 8081);
    var finder = new Finder(cloudMap, service);
    finder.awaitFound("one");
    cloudMap.put(service, "two", 8082);
    finder.awaitFound("one", "two");
    cloudMap.registrar(service).deregister("one").await().atMost(CloudMap.PATIENCE);
    finder.awaitFound("two");
  }

  @Test
  void a_service_of_which_nobody_is_left_is_empty_after_a_while() {
    var service = cloudMap.service();
    cloudMap.put(service, "one", 8081);
    var finder = new Finder(cloudMap, service);
    finder.awaitFound("one");
    cloudMap.registrar(service).deregister("one").await().atMost(CloudMap.PATIENCE);
    finder.awaitFound();
  }

  @Test
  void who_was_killed_is_gone_and_who_never_beats_stays() {
    var service = cloudMap.service();
    cloudMap.put(service, "never-beats", 8081);
    cloudMap.put(service, CloudMap.beat("killed"));
    cloudMap.put(service, CloudMap.beat("alive"));
    var finder = new Finder(cloudMap, service);
    assertThat(finder.found()).containsExactlyInAnyOrder("never-beats", "killed", "alive");
    whileBeating(service, "alive").until(finder::found, Set.of("never-beats", "alive")::equals);
    cloudMap.put(service, CloudMap.beat("killed"));
    whileBeating(service, "alive").until(finder::found, Set.of("never-beats", "killed", "alive")::equals);
  }

  private static ConditionFactory whileBeating(ServiceName service, String id) {
    return await().atMost(CloudMap.PATIENCE).conditionEvaluationListener(asked -> cloudMap.put(service, CloudMap.beat(id)));
  }

  @Test
  void an_unhealthy_instance_is_not_called_unless_all_are() {
    var service = cloudMap.service(create -> create.healthCheckCustomConfig(config -> { }));
    cloudMap.put(service, "well", 8081);
    cloudMap.put(service, "ill", 8082);
    var finder = new Finder(cloudMap, service);
    finder.awaitFound("well", "ill");
    report(service, "ill", CustomHealthStatus.UNHEALTHY);
    finder.awaitFound("well");
    report(service, "well", CustomHealthStatus.UNHEALTHY);
    finder.awaitFound("well", "ill");
  }

  private static void report(ServiceName service, String instance, CustomHealthStatus status) {
    var id = new ServiceIds(cloudMap.client).find(service).await().atMost(CloudMap.PATIENCE);
    cloudMap.client.updateInstanceCustomHealthStatus(update -> update.serviceId(id).instanceId(instance).status(status)).join();
  }

  @Test
  void more_than_a_hundred_are_found() {
    var service = cloudMap.service();
    var expected = new TreeSet<String>();
    for (int number = 0; number < 120; number++) {
      expected.add("i" + number);
      cloudMap.put(service, "i" + number, 8_000 + number);
    }
    new Finder(cloudMap, service).awaitFound(expected.toArray(String[]::new));
  }
}
