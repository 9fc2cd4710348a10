package dev.tradewind.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceNotFoundException;
import software.amazon.awssdk.services.servicediscovery.model.ServiceDiscoveryException;
import software.amazon.awssdk.services.servicediscovery.model.ServiceNotFoundException;

@ConformanceTest
class CloudMapDiscoverIT {

  private static final Map<String, String> ADDRESS = Map.of("AWS_INSTANCE_IPV4", "10.0.0.1", "AWS_INSTANCE_PORT", "8080");

  /** Three instances: one and three in zone a, two in zone b. */
  private static CloudMapService inZones(Cloud cloud) {
    var service = cloud.namespace().service();
    service.register("one", Map.of("zone", "a", "number", "1"));
    service.register("two", Map.of("zone", "b", "number", "2"));
    service.register("three", Map.of("zone", "a", "number", "3"));
    service.awaitDiscovered("one", "two", "three");
    return service;
  }

  @Test
  void an_instance_is_discovered_with_its_attributes(Cloud cloud) {
    var service = cloud.namespace().service();
    service.register("one", ADDRESS);
    service.awaitDiscovered("one");
    assertThat(service.discover(ask -> { })).singleElement().satisfies(found -> {
      assertThat(found.instanceId()).isEqualTo("one");
      assertThat(found.namespaceName()).isEqualTo(service.namespace().name());
      assertThat(found.serviceName()).isEqualTo("orders");
      assertThat(found.attributes()).containsAllEntriesOf(ADDRESS);
    });
  }

  @Test
  void a_deregistered_instance_is_no_longer_discovered(Cloud cloud) {
    var service = inZones(cloud);
    service.deregister("two");
    service.awaitDiscovered("one", "three");
  }

  @Test
  void query_parameters_must_match_all(Cloud cloud) {
    var service = inZones(cloud);
    assertThat(service.discoverIds(ask -> ask.queryParameters(Map.of("zone", "a")))).containsExactlyInAnyOrder("one", "three");
    assertThat(service.discoverIds(ask -> ask.queryParameters(Map.of("zone", "a", "number", "3")))).containsExactly("three");
    assertThat(service.discoverIds(ask -> ask.queryParameters(Map.of("zone", "c")))).isEmpty();
  }

  @Test
  void optional_parameters_match_when_anything_does(Cloud cloud) {
    var service = inZones(cloud);
    assertThat(service.discoverIds(ask -> ask.queryParameters(Map.of("zone", "a")).optionalParameters(Map.of("number", "1"))))
        .containsExactly("one");
    assertThat(service.discoverIds(ask -> ask.queryParameters(Map.of("zone", "a")).optionalParameters(Map.of("number", "2"))))
        .containsExactlyInAnyOrder("one", "three");
  }

  @Test
  void no_more_are_discovered_than_asked_for(Cloud cloud) {
    var service = inZones(cloud);
    assertThat(service.discover(ask -> ask.maxResults(2))).hasSize(2);
    assertThat(service.discover(ask -> ask.maxResults(1_000))).hasSize(3);
    assertThat(catchThrowableOfType(ServiceDiscoveryException.class, () -> service.discover(ask -> ask.maxResults(1_001))).statusCode())
        .isEqualTo(400);
  }

  @Test
  void the_revision_grows_when_instances_come_and_go(Cloud cloud) {
    var service = cloud.namespace().service();
    service.awaitDiscovered();
    long empty = service.revision();
    service.register("one", ADDRESS);
    await().atMost(CloudMapNamespace.PATIENCE).until(service::revision, revision -> revision > empty);
    service.awaitDiscovered("one");
    long come = service.revision();
    service.deregister("one");
    await().atMost(CloudMapNamespace.PATIENCE).until(service::revision, revision -> revision > come);
  }

  @Test
  void what_is_discovered_says_which_revision_it_is(Cloud cloud) {
    var service = inZones(cloud);
    long revision = cloud.cloudMap.discoverInstances(ask -> ask.namespaceName(service.namespace().name()).serviceName("orders")).instancesRevision();
    assertThat(service.revision()).isEqualTo(revision);
  }

  @Test
  void what_is_not_there_is_not_found(Cloud cloud) {
    var namespace = cloud.namespace();
    var none = new CloudMapService(namespace, "none", "srv-abcdefghijklmnop");
    assertThat(catchThrowableOfType(ServiceNotFoundException.class, () -> none.discover(ask -> { }))).isNotNull();
    assertThat(catchThrowableOfType(ServiceNotFoundException.class, none::revision)).isNotNull();
    var other = new CloudMapNamespace(cloud.cloudMap, Cloud.uniqueName(), "ns-abcdefghijklmnop");
    var nowhere = new CloudMapService(other, "none", "srv-abcdefghijklmnop");
    assertThat(catchThrowableOfType(NamespaceNotFoundException.class, () -> nowhere.discover(ask -> { }))).isNotNull();
    assertThat(catchThrowableOfType(NamespaceNotFoundException.class, nowhere::revision)).isNotNull();
  }
}
