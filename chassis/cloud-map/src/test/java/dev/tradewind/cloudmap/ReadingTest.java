package dev.tradewind.cloudmap;

import static dev.tradewind.cloudmap.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

  private static Map<String, String> unreadable(Map<String, String> attributes) {
    var reading = Reading.of(List.of(entry(1), new Entry("other", attributes), entry(2)));
    assertThat(reading.instances()).extracting(Instance::id).containsExactly("i1", "i2");
    return reading.unreadable();
  }

  @Test
  void an_entry_says_where_it_can_be_called_and_what_else_it_said() {
    assertThat(Reading.of(List.of(Entries.in("eu-central-1a", 7))).instances()).singleElement().satisfies(instance -> {
      assertThat(instance.address()).isEqualTo("10.0.0.7:8080");
      assertThat(instance.zone()).contains("eu-central-1a");
      assertThat(instance.attributes()).containsEntry(Attributes.PORT, "8080");
    });
  }

  @Test
  void what_is_missing_is_named() {
    assertThat(unreadable(Map.of(Attributes.PORT, "8080"))).containsEntry("other", "attribute AWS_INSTANCE_IPV4 is missing");
    assertThat(unreadable(Map.of(Attributes.IPV4, "10.0.0.1"))).containsEntry("other", "attribute AWS_INSTANCE_PORT is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0", "10.0.0.256", "localhost", "10.0.0.1 ", "::1", "10.0.0.1.1"})
  void what_is_no_address_is_shown(String address) {
    assertThat(unreadable(Map.of(Attributes.IPV4, address, Attributes.PORT, "8080")))
        .containsEntry("other", "attribute AWS_INSTANCE_IPV4 is an IPv4 address, but is '%s'".formatted(address));
  }

  @ParameterizedTest
  @CsvSource({"'', attribute AWS_INSTANCE_PORT is a port", "http, attribute AWS_INSTANCE_PORT is a port", "-1, attribute AWS_INSTANCE_PORT is a port",
      "0, port is from 1 to 65535", "65536, port is from 1 to 65535", "123456, attribute AWS_INSTANCE_PORT is a port"})
  void what_is_no_port_is_shown(String port, String reason) {
    assertThat(unreadable(Map.of(Attributes.IPV4, "10.0.0.1", Attributes.PORT, port)).get("other")).startsWith(reason).contains(port);
  }

  @Property
  void every_address_and_port_is_read(
      @ForAll @IntRange(max = 255) int a, @ForAll @IntRange(max = 255) int b, @ForAll @IntRange(min = 1, max = 65_535) int port) {
    var host = a + "." + b + "." + b + "." + a;
    var reading = Reading.of(List.of(new Entry("one", Map.of(Attributes.IPV4, host, Attributes.PORT, Integer.toString(port)))));
    assertThat(reading.instances()).singleElement().extracting(Instance::address).isEqualTo(host + ":" + port);
  }

  @Property
  void whatever_others_say_costs_nobody_else_anything(@ForAll String host, @ForAll String port) {
    var reading = Reading.of(List.of(entry(1), new Entry("other", Map.of(Attributes.IPV4, host, Attributes.PORT, port))));
    assertThat(reading.instances()).extracting(Instance::id).contains("i1");
    assertThat(reading.instances().size() + reading.unreadable().size()).isEqualTo(2);
  }
}
