package dev.tradewind.cloudmap.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tradewind.cloudmap.Attributes;
import dev.tradewind.cloudmap.Instance;
import dev.tradewind.cloudmap.Registration;
import dev.tradewind.cloudmap.RegistrationObserver;
import dev.tradewind.cloudmap.RegistrationSettings;
import dev.tradewind.cloudmap.ServiceName;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RegistrationOnCloudMapTest {

  private static final RegistrationSettings HURRY =
      new RegistrationSettings(Duration.ofMillis(300), Duration.ofSeconds(30), Duration.ofMillis(50), 50, Duration.ofMillis(200));

  private static CloudMap cloudMap;

  @BeforeAll
  static void open() {
    cloudMap = new CloudMap(LocalCloud.shared().endpoint());
  }

  @AfterAll
  static void close() {
    cloudMap.close();
  }

  private static Registration started(CloudMap where, ServiceName service, String id) {
    var registration = new Registration(where.registrar(service), CloudMap.self(id), HURRY, RegistrationObserver.NONE);
    registration.start();
    return registration;
  }

  private static void stop(Registration registration) {
    registration.stop().await().atMost(CloudMap.PATIENCE);
  }

  @Test
  void who_is_registered_is_found_until_it_stops() {
    var service = cloudMap.service();
    var one = started(cloudMap, service, "one");
    var two = started(cloudMap, service, "two");
    var finder = new Finder(cloudMap, service);
    finder.awaitFound("one", "two");
    stop(one);
    finder.awaitFound("two");
    stop(two);
    finder.awaitFound();
  }

  @Test
  void it_beats() {
    var service = cloudMap.service();
    var one = started(cloudMap, service, "one");
    var finder = new Finder(cloudMap, service);
    finder.awaitFound("one");
    var first = heartbeat(finder);
    await().atMost(CloudMap.PATIENCE).until(() -> !heartbeat(finder).equals(first));
    stop(one);
  }

  private static Optional<String> heartbeat(Finder finder) {
    return finder.discovery.instances().await().atMost(CloudMap.PATIENCE).stream()
        .map(Instance::attributes).map(attributes -> attributes.get(Attributes.HEARTBEAT)).findFirst();
  }

  @Test
  void what_is_registered_before_its_service_was_made_is_registered_then() {
    var service = CloudMap.nowhere();
    var one = started(cloudMap, service, "one");
    assertThatThrownBy(() -> cloudMap.registrar(service).register(CloudMap.beat("two")).await().atMost(CloudMap.PATIENCE))
        .hasMessage("Cloud Map has no namespace %s in this account and region: create it", service.namespace());
    cloudMap.create(service, create -> { });
    await().atMost(CloudMap.PATIENCE).until(one::isRegistered);
    stop(one);
  }

  @Test
  void a_service_that_was_made_again_has_another_id() {
    var service = CloudMap.nowhere();
    var id = cloudMap.create(service, create -> { });
    var registrar = cloudMap.registrar(service);
    registrar.register(CloudMap.beat("one")).await().atMost(CloudMap.PATIENCE);
    registrar.deregister("one").await().atMost(CloudMap.PATIENCE);
    var namespace = cloudMap.client.getService(get -> get.id(id)).join().service().namespaceId();
    cloudMap.client.deleteService(delete -> delete.id(id)).join();
    cloudMap.createIn(namespace, service, create -> { });
    await().atMost(CloudMap.PATIENCE).ignoreExceptions().until(() -> {
      registrar.register(CloudMap.beat("one")).await().atMost(CloudMap.PATIENCE);
      return true;
    });
    new Finder(cloudMap, service).awaitFound("one");
  }

  @Test
  void who_is_not_there_is_deregistered_already() {
    var registrar = cloudMap.registrar(cloudMap.service());
    registrar.deregister("nobody").await().atMost(CloudMap.PATIENCE);
  }

  @Test
  void a_cloud_map_that_takes_its_time_is_waited_for() {
    try (var local = LocalCloud.start("--cloud-map-propagation-millis", "1000"); var slow = new CloudMap(local.endpoint())) {
      var service = slow.service();
      var one = started(slow, service, "one");
      var two = started(slow, service, "two");
      var finder = new Finder(slow, service);
      finder.awaitFound("one", "two");
      stop(one);
      finder.awaitFound("two");
      assertThat(two.isRegistered()).isTrue();
      stop(two);
    }
  }
}
