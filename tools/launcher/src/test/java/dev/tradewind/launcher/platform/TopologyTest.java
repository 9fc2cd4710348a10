package dev.tradewind.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyTest {

  private final Topology standard = Topology.standard();

  @Test
  void theUsualPortsAreThoseOfTheReadme() {
    assertThat(standard.components()).extracting(Component::name, Component::port).containsExactly(
        tuple("local-cloud", 4566), tuple("partners", 8090),
        tuple("orders", 8081), tuple("inventory", 8082), tuple("payments", 8083), tuple("shipping", 8084),
        tuple("queries", 8085), tuple("notifications", 8086), tuple("archive", 8087), tuple("insights", 8088),
        tuple("catalog", 8089), tuple("gateway", 8080));
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  @Test
  void anOffsetMovesEveryPort() {
    assertThat(standard.withPortOffset(1_000).component("shipping").port()).isEqualTo(9_084);
    assertThatThrownBy(() -> standard.withPortOffset(60_000)).hasMessageContaining("must be from 1 to 65535");
  }

  @Test
  void onlySomeServicesStillNeedTheCloudAndThePartners() {
    assertThat(standard.withOnly(List.of("orders")).components()).extracting(Component::name)
        .containsExactly("local-cloud", "partners", "orders");
    assertThatThrownBy(() -> standard.withOnly(List.of("order"))).isInstanceOf(LaunchException.class)
        .hasMessage("There is no 'order'; "
            + "there are local-cloud, partners, orders, inventory, payments, shipping, queries, notifications, archive, insights, catalog, gateway");
  }

  @Test
  void aServiceMayHaveSeveralInstancesEachOnAPortOfItsOwn() {
    Topology two = standard.withInstances("orders", 2);

    assertThat(two.component("orders-2")).isEqualTo(standard.component("orders").instance(2));
    assertThat(two.component("orders-2").port()).isEqualTo(9_081);
    assertThat(two.component("orders-2").module()).isEqualTo("services/orders");
    assertThat(two.services()).hasSize(standard.services().size() + 1);
    assertThat(standard.possible()).extracting(Component::name).contains("orders", "orders-2", "orders-5", "local-cloud")
        .doesNotContain("orders-6", "local-cloud-2");
    assertThatThrownBy(() -> standard.withInstances("local-cloud", 2)).isInstanceOf(LaunchException.class)
        .hasMessage("There can be 1 to 5 instances of a service, not 2 of local-cloud");
  }

  @Test
  void withoutTheCatalogOrdersMayBeForAnything() {
    String unchecked = "TRADEWIND_ORDERS_CHECK_PRODUCTS";

    assertThat(standard.withOnly(List.of("orders", "inventory")).component("orders").environment()).containsEntry(unchecked, "false");
    assertThat(standard.withOnly(List.of("orders", "catalog")).component("orders").environment()).doesNotContainKey(unchecked);
    assertThat(standard.withOnly(List.of("inventory")).component("inventory").environment()).isEmpty();
    assertThat(standard.withoutEdge().services()).extracting(Component::name).contains("orders", "insights").doesNotContain("gateway", "catalog");
    assertThat(standard.withoutEdge().component("orders").environment()).containsEntry(unchecked, "false");
  }

  @Test
  void portZeroTakesAFreeOne() {
    assertThat(standard.on("local-cloud", 0).component("local-cloud").port()).isBetween(20_000, 30_000);
    assertThat(standard.on("local-cloud", 4_999).component("local-cloud").port()).isEqualTo(4_999);
  }

  @Test
  void aVariableIsAddedToOneService() {
    Topology changed = standard.with("payments", "SPEED", "slow");

    assertThat(changed.component("payments").environment()).containsEntry("SPEED", "slow").containsKey("TRADEWIND_PROVIDER_URL");
    assertThat(changed.component("orders").environment()).isEmpty();
  }

  @Test
  void theGatewayIsToldWhoSignsTokens() {
    assertThat(standard.component("gateway").environment()).containsEntry("TRADEWIND_IDENTITY_ISSUER", "{partners}/oidc");
  }

  @Test
  void twoOfTheSameNameAreRefused() {
    Component orders = standard.component("orders");
    assertThatThrownBy(() -> new Topology(List.of(orders, orders))).hasMessageContaining("different names");
  }
}
