package dev.tradewind.localcloud.servicediscovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.localcloud.Hand;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for takes effect when its operation is done, and not before. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PropagationTest {

  private static final Duration ALMOST = CloudMap.PROPAGATION.minusMillis(1);
  private static final Duration REST = Duration.ofMillis(1);

  private final CloudMap cloudMap = CloudMap.slow();
  private final String service = cloudMap.watched(cloudMap.namespace("shop"), "orders");

  private String status(String operation) {
    return cloudMap.operation(operation).get("Status").textValue();
  }

  private String registration(String creator, String attributes) {
    return "{'ServiceId':'%s','InstanceId':'one','CreatorRequestId':'%s','Attributes':%s}".formatted(service, creator, attributes);
  }

  @Test
  void an_instance_is_discovered_when_its_registration_is_done() {
    long before = cloudMap.revision("shop", "orders");
    var operation = cloudMap.register(service, "one", "{}");
    cloudMap.clock.pass(ALMOST);
    assertThat(status(operation)).isEqualTo("PENDING");
    assertThat(cloudMap.discover("shop", "orders", "")).isEmpty();
    assertThat(cloudMap.revision("shop", "orders")).isEqualTo(before);
    assertThat(cloudMap.refused("GetInstance", CloudMap.instance(service, "one")).type()).isEqualTo("InstanceNotFound");
    cloudMap.clock.pass(REST);
    assertThat(status(operation)).isEqualTo("SUCCESS");
    assertThat(cloudMap.discover("shop", "orders", "")).containsExactly("one");
    assertThat(cloudMap.revision("shop", "orders")).isGreaterThan(before);
  }

  @Test
  void an_instance_is_discovered_until_its_deregistration_is_done() {
    cloudMap.register(service, "one", "{}");
    cloudMap.clock.pass(CloudMap.PROPAGATION);
    cloudMap.deregister(service, "one");
    cloudMap.clock.pass(ALMOST);
    assertThat(cloudMap.discover("shop", "orders", "")).containsExactly("one");
    cloudMap.clock.pass(REST);
    assertThat(cloudMap.discover("shop", "orders", "")).isEmpty();
  }

  @Test
  void another_change_of_an_instance_on_its_way_is_refused() {
    var operation = cloudMap.register(service, "one", "{}");
    var again = cloudMap.refused("RegisterInstance", CloudMap.registration(service, "one", "{}"));
    assertThat(again.type()).isEqualTo("DuplicateRequest");
    assertThat(again.details()).containsEntry("DuplicateOperationId", operation);
    assertThat(cloudMap.refused("DeregisterInstance", CloudMap.instance(service, "one"))).hasMessageContaining("REGISTER_INSTANCE");
    cloudMap.register(service, "two", "{}");
    cloudMap.clock.pass(CloudMap.PROPAGATION);
    cloudMap.deregister(service, "one");
    assertThat(cloudMap.refused("DeregisterInstance", CloudMap.instance(service, "one"))).hasMessageContaining("DEREGISTER_INSTANCE");
  }

  @Test
  void the_same_request_sent_again_is_the_same_operation() {
    var first = cloudMap.call("RegisterInstance", registration("r", "{'a':'1'}"));
    assertThat(cloudMap.call("RegisterInstance", registration("r", "{'a':'1'}"))).isEqualTo(first);
    assertThat(cloudMap.refused("RegisterInstance", registration("s", "{'a':'2'}")).type()).isEqualTo("DuplicateRequest");
    cloudMap.clock.pass(CloudMap.PROPAGATION);
    cloudMap.call("RegisterInstance", registration("s", "{'a':'2'}"));
    cloudMap.clock.pass(CloudMap.PROPAGATION);
    assertThat(cloudMap.discover("shop", "orders", ",'QueryParameters':{'a':'2'}")).containsExactly("one");
  }

  @Test
  void a_service_with_a_change_on_its_way_is_not_deleted() {
    cloudMap.register(service, "one", "{}");
    assertThat(cloudMap.refused("DeleteService", "{'Id':'%s'}".formatted(service)).type()).isEqualTo("ResourceInUse");
  }

  @Test
  void an_operation_says_when_it_came_as_far_as_it_is() {
    var operation = cloudMap.register(service, "one", "{}");
    long asked = cloudMap.clock.millis();
    cloudMap.clock.pass(ALMOST);
    assertThat(updated(operation)).isEqualTo(asked);
    cloudMap.clock.pass(REST.plusSeconds(1));
    assertThat(updated(operation)).isEqualTo(asked + CloudMap.PROPAGATION.toMillis());
  }

  private long updated(String operation) {
    return cloudMap.operation(operation).get("UpdateDate").decimalValue().movePointRight(3).longValueExact();
  }

  @Test
  void operations_are_listed_by_how_far_they_are() {
    var operation = cloudMap.register(service, "one", "{}");
    var pending = "{'Filters':[{'Name':'STATUS','Values':['PENDING']}]}";
    assertThat(cloudMap.call("ListOperations", pending).get("Operations").findValuesAsText("Id")).containsExactly(operation);
    cloudMap.clock.pass(CloudMap.PROPAGATION);
    assertThat(cloudMap.call("ListOperations", pending).get("Operations")).isEmpty();
  }

  @Test
  void what_was_on_its_way_has_come_after_a_restart(@TempDir Path data) {
    var before = CloudMap.in(data, new Hand());
    var kept = before.watched(before.namespace("shop"), "orders");
    before.register(kept, "one", "{'a':'1'}");
    before.register(kept, "two", "{}");
    before.clock.pass(CloudMap.PROPAGATION);
    before.report(kept, "one", "UNHEALTHY");
    before.deregister(kept, "two");
    before.register(kept, "three", "{}");
    long revision = before.revision("shop", "orders");
    var after = CloudMap.in(data, before.clock);
    assertThat(after.discover("shop", "orders", ",'HealthStatus':'ALL'")).containsExactly("one", "three");
    assertThat(after.revision("shop", "orders")).isGreaterThan(revision);
    after.clock.pass(CloudMap.HEALTH);
    assertThat(after.discover("shop", "orders", "")).containsExactly("three");
  }
}
