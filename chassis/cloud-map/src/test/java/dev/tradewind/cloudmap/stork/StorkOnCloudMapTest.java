package dev.tradewind.cloudmap.stork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tradewind.cloudmap.aws.CloudMap;
import dev.tradewind.cloudmap.aws.LocalCloud;
import io.smallrye.stork.Stork;
import io.smallrye.stork.api.Service;
import io.smallrye.stork.api.ServiceInstance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** As a service uses it: by what is configured, without naming a class of ours. */
class StorkOnCloudMapTest {

  @AfterEach
  void shutdown() {
    Stork.shutdown();
    ConfiguredServices.clear();
  }

  private static Service service(CloudMap cloudMap) {
    var name = cloudMap.service();
    cloudMap.put(name, "one", 8081);
    cloudMap.put(name, "two", 8082);
    ConfiguredServices.add("orders", Map.of("namespace", name.namespace(), "endpoint", LocalCloud.shared().endpoint().toString(),
        "region", "us-east-1", "timeout", "30s"));
    Stork.initialize();
    return Stork.getInstance().getService("orders");
  }

  private static ServiceInstance select(Service service) {
    return service.selectInstance().await().atMost(CloudMap.PATIENCE);
  }

  @Test
  void a_service_is_found_by_its_configuration_and_its_instances_take_turns() {
    try (var cloudMap = new CloudMap(LocalCloud.shared().endpoint())) {
      var orders = service(cloudMap);
      var ports = new HashSet<Integer>();
      await().atMost(CloudMap.PATIENCE).until(() -> {
        ports.add(select(orders).getPort());
        return ports.equals(Set.of(8081, 8082));
      });
      assertThat(select(orders).getHost()).isEqualTo("127.0.0.1");
      assertThat(select(orders).isSecure()).isFalse();
    }
  }

  @Test
  void an_instance_that_refuses_connections_loses_its_turn() throws IOException {
    try (var cloudMap = new CloudMap(LocalCloud.shared().endpoint())) {
      var orders = service(cloudMap);
      var refusing = select(orders);
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), closedPort())) {
        throw new IllegalStateException("somebody listens at " + socket);
      } catch (IOException refused) {
        refusing.recordEnd(refused);
      }
      for (int turn = 0; turn < 4; turn++) {
        assertThat(select(orders).getId()).isNotEqualTo(refusing.getId());
      }
    }
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void a_configuration_without_a_namespace_is_refused() {
    ConfiguredServices.add("orders", Map.of());
    assertThatThrownBy(Stork::initialize).hasMessage("service discovery cloud-map of the Stork service orders: namespace must not be blank");
  }
}
