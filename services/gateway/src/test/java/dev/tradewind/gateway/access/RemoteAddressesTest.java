package dev.tradewind.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RemoteAddressesTest {

  private static final String PEER = "10.0.0.7";

  @Test
  void without_proxies_it_is_who_connected_whatever_a_header_says() {
    assertThat(behind(0).of(List.of("1.2.3.4"), PEER)).isEqualTo(PEER);
  }

  @Test
  void each_proxy_is_counted_from_the_end_and_what_the_client_wrote_is_not_believed() {
    var forged = List.of("6.6.6.6, 1.2.3.4, 10.0.0.1");
    assertThat(behind(1).of(forged, PEER)).isEqualTo("10.0.0.1");
    assertThat(behind(2).of(forged, PEER)).isEqualTo("1.2.3.4");
  }

  @Test
  void several_headers_are_one_list() {
    assertThat(behind(1).of(List.of("6.6.6.6", "1.2.3.4"), PEER)).isEqualTo("1.2.3.4");
    assertThat(behind(2).of(List.of("6.6.6.6", "1.2.3.4"), PEER)).isEqualTo("6.6.6.6");
  }

  @Test
  void a_list_that_is_too_short_or_no_address_is_not_used() {
    assertThat(behind(2).of(List.of("1.2.3.4"), PEER)).isEqualTo(PEER);
    assertThat(behind(1).of(List.of(), PEER)).isEqualTo(PEER);
    assertThat(behind(1).of(List.of("unknown"), PEER)).isEqualTo(PEER);
    assertThat(behind(1).of(List.of("1.2.3.4, "), PEER)).isEqualTo(PEER);
  }

  @Test
  void an_ipv6_address_counts_as_its_network() {
    assertThat(behind(0).of(List.of(), "2001:db8:1:2:aaaa:bbbb:cccc:dddd")).isEqualTo("2001:db8:1:2::/64");
    assertThat(behind(0).of(List.of(), "2001:db8:1:2::1")).isEqualTo("2001:db8:1:2::/64");
    assertThat(behind(1).of(List.of("2001:db8:0:ff00::9"), PEER)).isEqualTo("2001:db8:0:ff00::/64");
  }

  @Test
  void fewer_proxies_than_none_are_a_mistake() {
    assertThatIllegalArgumentException().isThrownBy(() -> behind(-1))
        .withMessage("tradewind.gateway.access.trusted-proxies must be 0 or more, but is -1");
  }

  private static RemoteAddresses behind(int proxies) {
    return new RemoteAddresses(proxies);
  }
}
