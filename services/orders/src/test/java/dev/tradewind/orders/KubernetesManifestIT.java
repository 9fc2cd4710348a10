package dev.tradewind.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the build says about running this service in Kubernetes. */
class KubernetesManifestIT {

  private static JsonNode deployment;
  private static JsonNode container;

  @BeforeAll
  static void read() throws IOException {
    // Beside the YAML the build writes the same as JSON.
    for (var kind : new ObjectMapper().readTree(Path.of("target/kubernetes/kubernetes.json").toFile())) {
      deployment = kind.path("kind").asText().equals("Deployment") ? kind : deployment;
    }
    container = deployment.at("/spec/template/spec/containers/0");
  }

  @Test
  void it_listens_on_its_port() {
    assertThat(container.at("/ports")).anySatisfy(port -> {
      assertThat(port.path("name").asText()).isEqualTo("http");
      assertThat(port.path("containerPort").asInt()).isEqualTo(8081);
    });
  }

  @Test
  void it_is_probed_on_that_port_for_being_alive_ready_and_started() {
    assertProbe("livenessProbe", "/q/health/live");
    assertProbe("readinessProbe", "/q/health/ready");
    assertProbe("startupProbe", "/q/health/started");
  }

  @Test
  void it_says_what_it_belongs_to() {
    for (var labels : new JsonNode[] {deployment.at("/metadata/labels"), deployment.at("/spec/template/metadata/labels")}) {
      assertThat(labels.path("app.kubernetes.io/part-of").asText()).isEqualTo("tradewind");
      assertThat(labels.path("app.kubernetes.io/name").asText()).isEqualTo("orders");
      assertThat(labels.path("app.kubernetes.io/component").asText()).isEqualTo("service");
    }
  }

  @Test
  void its_image_is_not_named_after_who_built_it() {
    assertThat(container.path("image").asText()).contains("tradewind/orders:");
  }

  @Test
  void it_asks_for_no_more_than_it_needs() {
    assertThat(container.at("/resources/requests/memory").asText()).isEqualTo("256Mi");
    assertThat(container.at("/resources/limits/memory").asText()).isEqualTo("512Mi");
  }

  private static void assertProbe(String probe, String path) {
    assertThat(container.path(probe).at("/httpGet/path").asText()).as(probe).isEqualTo(path);
    assertThat(container.path(probe).at("/httpGet/port").asText()).as(probe).isEqualTo("8081");
  }
}
