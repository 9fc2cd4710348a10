package dev.tradewind.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.core.Types;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryAsyncClient;
import software.amazon.awssdk.services.servicediscovery.model.ListNamespacesRequest;
import software.amazon.awssdk.services.servicediscovery.model.ListNamespacesResponse;
import software.amazon.awssdk.services.servicediscovery.model.ListServicesRequest;
import software.amazon.awssdk.services.servicediscovery.model.ListServicesResponse;
import software.amazon.awssdk.services.servicediscovery.model.RegisterInstanceRequest;
import software.amazon.awssdk.services.servicediscovery.model.RegisterInstanceResponse;

/** An instance is in the directory from when it is ready. */
class PresenceTest {

  @RegisterExtension
  static final QuarkusUnitTest SERVICE = new QuarkusUnitTest()
      .withApplicationRoot(jar -> jar.addClasses(NotYet.class, FakeCloudMap.class))
      .overrideConfigKey("tradewind.service", "test")
      .overrideConfigKey("tradewind.devservices.enabled", "false")
      .overrideConfigKey("smallrye.config.mapping.validate-unknown", "false")
      .overrideConfigKey("tradewind.directory.namespace", "harbour")
      .overrideConfigKey("tradewind.directory.host", "10.0.3.7")
      .overrideConfigKey("tradewind.directory.zone", "eu-1a");

  @Inject
  @Readiness
  NotYet readiness;
  @Inject
  FakeCloudMap.Registered registered;

  @Test
  void registers_under_its_address_when_it_is_ready_and_not_before() throws InterruptedException {
    assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(503);
    assertThat(registered.instances).isEmpty();

    readiness.ready = true;

    var first = registered.instances.poll(20, TimeUnit.SECONDS);
    assertThat(first.serviceId()).isEqualTo("srv-1");
    assertThat(first.instanceId()).startsWith("test-10.0.3.7-");
    assertThat(first.attributes()).containsEntry("AWS_INSTANCE_IPV4", "10.0.3.7").containsEntry("AVAILABILITY_ZONE", "eu-1a").containsKey("HEARTBEAT");
    assertThat(RestAssured.get("/q/metrics").asString()).contains("tradewind_directory_heartbeats_total{outcome=\"taken\"");
  }

  @Singleton
  @Readiness
  static class NotYet implements HealthCheck {

    volatile boolean ready;

    @Override
    public HealthCheckResponse call() {
      return HealthCheckResponse.named("not-yet").status(ready).build();
    }
  }

  /** One namespace with one service. */
  static class FakeCloudMap {

    @Produces
    @Singleton
    Types types() {
      return Types.of();
    }

    @Singleton
    static class Registered {
      final BlockingQueue<RegisterInstanceRequest> instances = new LinkedBlockingQueue<>();
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    ServiceDiscoveryAsyncClient client(Registered registered) {
      return new ServiceDiscoveryAsyncClient() {

        @Override
        public CompletableFuture<ListNamespacesResponse> listNamespaces(ListNamespacesRequest request) {
          return CompletableFuture.completedFuture(
              ListNamespacesResponse.builder().namespaces(each -> each.id("ns-1").name("harbour")).build());
        }

        @Override
        public CompletableFuture<ListServicesResponse> listServices(ListServicesRequest request) {
          return CompletableFuture.completedFuture(ListServicesResponse.builder().services(each -> each.id("srv-1").name("test")).build());
        }

        @Override
        public CompletableFuture<RegisterInstanceResponse> registerInstance(RegisterInstanceRequest request) {
          registered.instances.add(request);
          return CompletableFuture.completedFuture(RegisterInstanceResponse.builder().operationId("op-1").build());
        }

        @Override
        public String serviceName() {
          return "servicediscovery";
        }

        @Override
        public void close() {}
      };
    }
  }
}
