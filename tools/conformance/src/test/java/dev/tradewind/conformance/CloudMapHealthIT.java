package dev.tradewind.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.servicediscovery.model.CustomHealthNotFoundException;
import software.amazon.awssdk.services.servicediscovery.model.CustomHealthStatus;
import software.amazon.awssdk.services.servicediscovery.model.HealthStatus;
import software.amazon.awssdk.services.servicediscovery.model.HealthStatusFilter;
import software.amazon.awssdk.services.servicediscovery.model.InstanceNotFoundException;

@ConformanceTest
class CloudMapHealthIT {

  private static final String INITIAL = "AWS_INIT_HEALTH_STATUS";

  private static void awaitStatus(Cloud cloud, CloudMapService service, Map<String, HealthStatus> expected) {
    await().atMost(CloudMapNamespace.PATIENCE).ignoreExceptionsInstanceOf(InstanceNotFoundException.class)
        .until(() -> cloud.cloudMap.getInstancesHealthStatus(get -> get.serviceId(service.id())).status(), expected::equals);
  }

  /** Two instances, of which the second is unhealthy from the start. */
  private static CloudMapService halfHealthy(Cloud cloud) {
    var service = cloud.namespace().watchedService();
    service.register("well", Map.of("zone", "a"));
    service.register("ill", Map.of("zone", "b", INITIAL, "UNHEALTHY"));
    service.awaitDiscovered(ask -> ask.healthStatus(HealthStatusFilter.ALL), "well", "ill");
    return service;
  }

  @Test
  void an_instance_is_healthy_unless_it_says_otherwise(Cloud cloud) {
    awaitStatus(cloud, halfHealthy(cloud), Map.of("well", HealthStatus.HEALTHY, "ill", HealthStatus.UNHEALTHY));
  }

  @Test
  void a_caller_chooses_by_health(Cloud cloud) {
    var service = halfHealthy(cloud);
    service.awaitDiscovered(ask -> ask.healthStatus(HealthStatusFilter.HEALTHY), "well");
    service.awaitDiscovered(ask -> ask.healthStatus(HealthStatusFilter.UNHEALTHY), "ill");
    service.awaitDiscovered(ask -> ask.healthStatus(HealthStatusFilter.ALL), "well", "ill");
    service.awaitDiscovered(ask -> ask.healthStatus(HealthStatusFilter.HEALTHY_OR_ELSE_ALL), "well");
    service.awaitDiscovered("well");
  }

  @Test
  void when_none_is_healthy_a_caller_may_have_all(Cloud cloud) {
    var service = cloud.namespace().watchedService();
    service.register("ill", Map.of(INITIAL, "UNHEALTHY"));
    service.awaitDiscovered(ask -> ask.healthStatus(HealthStatusFilter.HEALTHY_OR_ELSE_ALL), "ill");
    service.awaitDiscovered(ask -> ask.healthStatus(HealthStatusFilter.HEALTHY));
  }

  @Test
  void a_reported_status_counts_and_does_not_move_the_revision(Cloud cloud) {
    var service = halfHealthy(cloud);
    long revision = service.revision();
    service.report("well", CustomHealthStatus.UNHEALTHY);
    service.report("ill", CustomHealthStatus.HEALTHY);
    awaitStatus(cloud, service, Map.of("well", HealthStatus.UNHEALTHY, "ill", HealthStatus.HEALTHY));
    service.awaitDiscovered(ask -> ask.healthStatus(HealthStatusFilter.HEALTHY), "ill");
    assertThat(service.revision()).isEqualTo(revision);
  }

  @Test
  void a_service_without_health_gives_all_whatever_is_asked_for(Cloud cloud) {
    var service = cloud.namespace().service();
    service.register("one", Map.of("a", "1"));
    service.awaitDiscovered(ask -> ask.healthStatus(HealthStatusFilter.UNHEALTHY), "one");
    service.awaitDiscovered(ask -> ask.healthStatus(HealthStatusFilter.HEALTHY), "one");
  }

  @Test
  void what_has_no_health_cannot_report_it(Cloud cloud) {
    var service = cloud.namespace().service();
    service.register("one", Map.of("a", "1"));
    assertThat(catchThrowableOfType(CustomHealthNotFoundException.class, () -> service.report("one", CustomHealthStatus.HEALTHY))).isNotNull();
    var watched = cloud.namespace().watchedService();
    assertThat(catchThrowableOfType(InstanceNotFoundException.class, () -> watched.report("none", CustomHealthStatus.HEALTHY))).isNotNull();
  }
}
