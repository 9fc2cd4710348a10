package dev.tradewind.localcloud.servicediscovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradewind.localcloud.servicediscovery.DnsConfig.DnsRecord;
import dev.tradewind.localcloud.servicediscovery.DnsConfig.RecordType;
import dev.tradewind.localcloud.servicediscovery.DnsConfig.RoutingPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AttributeRulesTest {

  private static final Map<String, String> ALL = Map.of(
      "AWS_INSTANCE_IPV4", "10.0.0.1", "AWS_INSTANCE_IPV6", "::1", "AWS_INSTANCE_PORT", "8080", "AWS_INSTANCE_CNAME", "example.com");

  private static Map<String, String> custom(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "key" + i, i -> "value"));
  }

  private static void assertAllowed(Map<String, String> attributes) {
    assertThatCode(() -> AttributeRules.check(attributes, DnsConfig.NONE)).doesNotThrowAnyException();
  }

  private static void assertRefused(Map<String, String> attributes, DnsConfig dns, String... named) {
    var refusal = catchThrowableOfType(CloudMapException.class, () -> AttributeRules.check(attributes, dns));
    assertThat(refusal.type()).isEqualTo("InvalidInput");
    assertThat(refusal.getMessage()).contains(named);
  }

  private static DnsConfig records(RecordType... types) {
    return new DnsConfig(RoutingPolicy.MULTIVALUE, List.of(types).stream().map(type -> new DnsRecord(type, 60)).toList());
  }

  @Test
  void an_instance_has_thirty_custom_attributes_beside_those_of_aws() {
    var most = new TreeMap<>(custom(30));
    most.putAll(ALL);
    assertAllowed(most);
    assertRefused(custom(31), DnsConfig.NONE, "30 custom attributes");
  }

  @Test
  void keys_values_and_all_together_have_a_greatest_length() {
    assertAllowed(Map.of("k".repeat(255), "v".repeat(1_024)));
    assertRefused(Map.of("k".repeat(256), ""), DnsConfig.NONE, "key", "255");
    assertRefused(Map.of("k", "v".repeat(1_025)), DnsConfig.NONE, "value of k", "1024");
    var large = IntStream.range(0, 5).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v".repeat(998)));
    assertAllowed(large);
    large.put("x", "");
    assertRefused(large, DnsConfig.NONE, "5000 characters");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      with space             | a               | key
      key                    | ` leading`      | value of key
      key                    | grüße           | value of key
      AWS_INSTANCE_IPV4      | 10.0.0.256      | AWS_INSTANCE_IPV4
      AWS_INSTANCE_IPV4      | localhost       | AWS_INSTANCE_IPV4
      AWS_INSTANCE_PORT      | http            | AWS_INSTANCE_PORT
      AWS_INIT_HEALTH_STATUS | UNKNOWN         | AWS_INIT_HEALTH_STATUS
      """)
  void what_has_another_form_is_refused_by_name(String key, String value, String named) {
    assertRefused(Map.of(key, value), DnsConfig.NONE, named);
  }

  @Test
  void what_has_the_right_form_is_allowed() {
    assertAllowed(ALL);
    assertAllowed(Map.of("empty", "", "words", "a b\tc", "AWS_INIT_HEALTH_STATUS", "UNHEALTHY", "AWS_INSTANCE_IPV4", "255.255.255.255"));
  }

  @ParameterizedTest
  @EnumSource
  void dns_records_need_the_attributes_they_are_made_of(RecordType type) {
    assertThatCode(() -> AttributeRules.check(ALL, records(type))).doesNotThrowAnyException();
    assertRefused(Map.of("other", "x"), records(type), "DNS records");
  }

  @Test
  void a_service_record_needs_a_port_and_one_address() {
    assertRefused(Map.of("AWS_INSTANCE_IPV4", "10.0.0.1"), records(RecordType.SRV), "AWS_INSTANCE_PORT");
    assertRefused(Map.of("AWS_INSTANCE_PORT", "80"), records(RecordType.SRV), "AWS_INSTANCE_IPV4", "AWS_INSTANCE_IPV6");
    assertRefused(Map.of("AWS_INSTANCE_IPV4", "10.0.0.1"), records(RecordType.A, RecordType.AAAA), "AWS_INSTANCE_IPV6");
  }
}
