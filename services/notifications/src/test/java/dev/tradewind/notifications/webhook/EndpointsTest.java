package dev.tradewind.notifications.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {

  private static final Set<Integer> PORTS = Set.of(443, 8443);

  /** As the machine resolves, without asking anybody: only what is written as an address is one. */
  private static final Names LITERALS = host -> addresses(host);

  private final Endpoints onAws = new Endpoints(LITERALS, PORTS, false);
  private final Endpoints onALaptop = new Endpoints(LITERALS, PORTS, true);

  @ParameterizedTest
  @ValueSource(strings = {
    "https://8.8.8.8/hook", "https://8.8.8.8:443/", "https://8.8.8.8:8443/hook?key=1", "HTTPS://1.1.1.1", "https://[2600:1f18::1]/hook",
    "https://100.63.255.255/", "https://100.128.0.1/", "https://172.15.0.1/", "https://172.32.0.1/", "https://11.0.0.1/", "https://223.255.255.255/"
  })
  void an_address_of_the_public_internet_is_called(String url) {
    assertThat(find(onAws, url).address().isSiteLocalAddress()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, unspecified", "0.1.2.3, unspecified",
    "10.0.0.1, private", "10.255.255.255, private", "172.16.0.1, private", "172.31.255.255, private", "192.168.1.1, private",
    "100.64.0.1, NAT", "100.127.255.255, NAT",
    "127.0.0.1, loopback", "127.8.9.10, loopback",
    "169.254.0.1, link-local", "169.254.169.254, metadata", "169.254.170.2, metadata",
    "192.0.0.1, reserved", "192.0.2.1, documentation", "198.51.100.7, documentation", "203.0.113.9, documentation",
    "192.88.99.1, relay", "198.18.0.1, benchmarks", "198.19.255.255, benchmarks",
    "224.0.0.1, multicast", "239.255.255.255, multicast", "240.0.0.1, reserved", "255.255.255.255, reserved",
    "[::], unspecified", "[::1], loopback", "[0:0:0:0:0:0:0:1], loopback",
    "[fc00::1], private", "[fd00:ec2::254], private", "[fe80::1], link-local", "[febf::1], link-local", "[fec0::1], reserved",
    "[ff02::1], multicast", "[64:ff9b::a00:1], translated", "[64:ff9b:1::a00:1], reserved", "[100::1], reserved",
    "[2001::1], reserved", "[2001:db8::1], documentation", "[2002:a00:1::1], tunnelled", "[3fff::1], documentation",
    "[::ffff:10.0.0.1], written as IPv6", "[::ffff:7f00:1], written as IPv6", "[::ffff:8.8.8.8], written as IPv6", "[::10.0.0.1], reserved"
  })
  void any_other_address_is_not(String host, String kind) {
    refuses(onAws, "https://" + host + "/hook", kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "https://2130706433/", "https://0x7f000001/", "https://0x7f.0.0.1/", "https://017700000001/", "https://0177.0.0.1/", "https://127.1/",
    "https://127.0.1/", "https://0/", "https://127.0.0.1./", "https://1.2.3.4.5/",
    "https://010.0.0.1/", "https://8.8.8.010/", "https://8.8.8.0x8/", "https://8.8.8.8./"
  })
  void an_address_in_disguise_is_not(String url) {
    refuses(onAws, url, "its host must be a name, four decimal numbers, or an IPv6 address in brackets");
  }

  @ParameterizedTest
  @CsvSource({
    "https://[fe80::1%25eth0]/, zone", "https://[fe80::1%eth0]/, zone", "https://localhost./, end in a dot", "https://shop.example./, end in a dot",
    "https://user@8.8.8.8/, user name", "https://user:secret@8.8.8.8/, user name", "https://8.8.8.8@127.0.0.1/, user name",
    "https://8.8.8.8%40127.0.0.1/, host", "https://8.8.8.8\\@127.0.0.1/, URL", "https://8.8.8.8#@127.0.0.1/, fragment",
    "http://8.8.8.8/, https", "ftp://8.8.8.8/, https", "file:///etc/passwd, https", "gopher://8.8.8.8/, https", "//8.8.8.8/, https", "8.8.8.8, https",
    "https:///hook, host", "https://, URL", "https:8.8.8.8, host", "https://8.8.8.8:80/, port", "https://8.8.8.8:22/, port",
    "https://8.8.8.8:0/, port", "https://8.8.8.8:99999/, port", "https://ex ample/, URL", "'https://8.8.8.8/\r\nX: 1', URL"
  })
  void a_url_that_is_not_plain_is_not_called(String url, String why) {
    refuses(onAws, url, why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "100.64.0.1", "::1", "fd00:ec2::254", "::ffff:10.0.0.1"})
  void a_name_is_judged_by_the_address_behind_it(String address) {
    refuses(new Endpoints(host -> addresses(address), PORTS, false), "https://innocent.example/", "its host is, or stands for,");
  }

  @Test
  void a_name_with_one_bad_address_among_good_ones_is_not_called() {
    refuses(new Endpoints(host -> addresses("8.8.8.8", "10.0.0.1"), PORTS, false), "https://mixed.example/", "private");
  }

  @Test
  void the_name_is_asked_for_once_and_what_was_judged_is_what_is_called() {
    var asked = new java.util.concurrent.atomic.AtomicInteger();
    var rebinding = new Endpoints(host -> addresses(asked.getAndIncrement() == 0 ? "8.8.8.8" : "127.0.0.1"), PORTS, false);

    assertThat(find(rebinding, "https://rebinding.example/").address()).isEqualTo(addresses("8.8.8.8").await().indefinitely().getFirst());
    assertThat(asked).hasValue(1);
    refuses(rebinding, "https://rebinding.example/", "loopback");
  }

  @Test
  void a_name_without_an_address_says_so() {
    refuses(new Endpoints(host -> Uni.createFrom().failure(new UnknownHostException(host)), PORTS, false), "https://nowhere.example/", "no address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:5000/hook", "https://127.0.0.1:5000/", "http://[::1]/hook", "http://127.9.9.9/"})
  void a_laptop_may_call_itself(String url) {
    assertThat(find(onALaptop, url).address().isLoopbackAddress()).isTrue();
    refuses(onAws, url, "");
  }

  @ParameterizedTest
  @CsvSource({
    "http://8.8.8.8/, https", "https://8.8.8.8:5000/, port", "https://10.0.0.1/, private", "https://169.254.169.254/, metadata",
    "http://0.0.0.0/, https"
  })
  void and_no_more_than_itself(String url, String why) {
    refuses(onALaptop, url, why);
  }

  @Test
  void path_and_query_are_kept() {
    assertThat(find(onAws, "https://8.8.8.8/a%20b?c=d%26e").target()).isEqualTo("/a%20b?c=d%26e");
    assertThat(find(onAws, "https://8.8.8.8").target()).isEqualTo("/");
    assertThat(find(onAws, "https://8.8.8.8?c=d").target()).isEqualTo("/?c=d");
  }

  private static Endpoint find(Endpoints endpoints, String url) {
    return endpoints.find(url).await().indefinitely();
  }

  private static void refuses(Endpoints endpoints, String url, String why) {
    assertThatThrownBy(() -> find(endpoints, url)).as(url).isInstanceOf(Refused.class).hasMessageContaining(why);
  }

  private static Uni<List<InetAddress>> addresses(String... texts) {
    return Uni.createFrom().item(() -> Arrays.stream(texts).map(EndpointsTest::address).toList());
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.ofLiteral(text.replaceAll("[\\[\\]]", ""));
    } catch (IllegalArgumentException e) {
      throw new AssertionError("the test asked for the name " + text, e);
    }
  }
}
