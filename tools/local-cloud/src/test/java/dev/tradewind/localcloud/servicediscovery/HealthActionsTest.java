package dev.tradewind.localcloud.servicediscovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HealthActionsTest {

  private static final Duration DELAY = Duration.ofSeconds(30);

  private final CloudMap cloudMap = CloudMap.with(new CloudMapOptions(Duration.ZERO, DELAY, 1_000, 3_000));
  private final String namespace = cloudMap.namespace("shop");
  private final String service = cloudMap.watched(namespace, "orders");

  @BeforeEach
  void register() {
    List.of("one", "two").forEach(instance -> cloudMap.register(service, instance, "{'id':'" + instance + "'}"));
  }

  private List<String> discover(String filter) {
    return cloudMap.discover("shop", "orders", ",'HealthStatus':'" + filter + "'");
  }

  private JsonNode status(String parameters) {
    return cloudMap.call("GetInstancesHealthStatus", "{'ServiceId':'%s'%s}".formatted(service, parameters)).get("Status");
  }

  private void reportInTime(String instance, String status) {
    cloudMap.report(service, instance, status);
    cloudMap.clock.pass(DELAY);
  }

  @Test
  void an_instance_is_healthy_unless_it_says_otherwise() {
    cloudMap.register(service, "three", "{'AWS_INIT_HEALTH_STATUS':'UNHEALTHY'}");
    assertThat(status("")).hasToString("{\"one\":\"HEALTHY\",\"three\":\"UNHEALTHY\",\"two\":\"HEALTHY\"}");
  }

  @Test
  void only_healthy_ones_are_discovered_by_default() {
    reportInTime("one", "UNHEALTHY");
    assertThat(cloudMap.discover("shop", "orders", "")).containsExactly("two");
    reportInTime("two", "UNHEALTHY");
    assertThat(cloudMap.discover("shop", "orders", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      HEALTHY             | two
      UNHEALTHY           | one
      ALL                 | one two
      HEALTHY_OR_ELSE_ALL | two
      """)
  void a_caller_chooses_by_health(String filter, String found) {
    reportInTime("one", "UNHEALTHY");
    assertThat(discover(filter)).containsExactly(found.split(" "));
  }

  @Test
  void when_none_is_healthy_a_caller_may_have_all() {
    reportInTime("one", "UNHEALTHY");
    reportInTime("two", "UNHEALTHY");
    assertThat(discover("HEALTHY")).isEmpty();
    assertThat(discover("HEALTHY_OR_ELSE_ALL")).containsExactly("one", "two");
    assertThat(cloudMap.discover("shop", "orders", ",'HealthStatus':'HEALTHY_OR_ELSE_ALL','OptionalParameters':{'id':'two'}"))
        .containsExactly("two");
  }

  @Test
  void what_should_match_never_brings_an_unhealthy_one_back() {
    reportInTime("one", "UNHEALTHY");
    assertThat(cloudMap.discover("shop", "orders", ",'OptionalParameters':{'id':'one'}")).containsExactly("two");
  }

  @Test
  void a_report_takes_its_time() {
    cloudMap.report(service, "one", "UNHEALTHY");
    cloudMap.clock.pass(DELAY.minusMillis(1));
    assertThat(discover("HEALTHY")).containsExactly("one", "two");
    assertThat(status(",'Instances':['one']")).hasToString("{\"one\":\"HEALTHY\"}");
    cloudMap.clock.pass(Duration.ofMillis(1));
    assertThat(discover("HEALTHY")).containsExactly("two");
    assertThat(status(",'Instances':['one']")).hasToString("{\"one\":\"UNHEALTHY\"}");
  }

  @Test
  void health_does_not_move_the_revision() {
    long before = cloudMap.revision("shop", "orders");
    reportInTime("one", "UNHEALTHY");
    assertThat(cloudMap.revision("shop", "orders")).isEqualTo(before);
  }

  @Test
  void registering_again_forgets_what_was_reported() {
    reportInTime("one", "UNHEALTHY");
    cloudMap.register(service, "one", "{'id':'one'}");
    assertThat(discover("HEALTHY")).containsExactly("one", "two");
  }

  @Test
  void the_status_comes_in_pages() {
    var first = cloudMap.call("GetInstancesHealthStatus", "{'ServiceId':'%s','MaxResults':1}".formatted(service));
    assertThat(first.get("Status")).hasToString("{\"one\":\"HEALTHY\"}");
    assertThat(status(",'MaxResults':1,'NextToken':'%s'".formatted(first.get("NextToken").textValue()))).hasToString("{\"two\":\"HEALTHY\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEALTHY", "UNHEALTHY", "ALL", "HEALTHY_OR_ELSE_ALL"})
  void a_service_without_health_gives_all_whatever_is_asked_for(String filter) {
    cloudMap.register(cloudMap.service(namespace, "plain", ""), "one", "{}");
    assertThat(cloudMap.discover("shop", "plain", ",'HealthStatus':'" + filter + "'")).containsExactly("one");
  }

  @Test
  void what_cannot_be_reported_is_refused() {
    var plain = cloudMap.service(namespace, "plain", "");
    cloudMap.register(plain, "one", "{}");
    assertThat(refused(plain, "one", "HEALTHY")).isEqualTo("CustomHealthNotFound");
    assertThat(refused(service, "none", "HEALTHY")).isEqualTo("InstanceNotFound");
    assertThat(refused("srv-none", "one", "HEALTHY")).isEqualTo("ServiceNotFound");
    assertThat(refused(service, "one", "UNKNOWN")).isEqualTo("InvalidInput");
    assertThat(cloudMap.refused("UpdateInstanceCustomHealthStatus", CloudMap.instance(service, "one"))).hasMessageContaining("status");
    assertThat(cloudMap.refused("GetInstancesHealthStatus", "{'ServiceId':'%s','Instances':['none']}".formatted(service)).type())
        .isEqualTo("InstanceNotFound");
  }

  private String refused(String serviceId, String instance, String status) {
    return cloudMap.refused("UpdateInstanceCustomHealthStatus",
        "{'ServiceId':'%s','InstanceId':'%s','Status':'%s'}".formatted(serviceId, instance, status)).type();
  }
}
