package dev.tradewind.notifications.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which URLs may be called: https, on a few ports, at addresses of the public internet only. Otherwise whoever registers a webhook could make
 * us call what only we can reach. Names are judged by the addresses behind them, all of them.
 */
@Singleton
public final class Endpoints {

  private static final Pattern NUMBER_AT_END = Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9a-fA-F]*)\\.?");
  private static final Pattern FOUR_NUMBERS = Pattern.compile("((0|[1-9][0-9]{0,2})(\\.|$)){4}");

  private final Names names;
  private final Set<Integer> ports;
  private final boolean loopback;

  /**
   * @param ports which may be called
   * @param loopback for a laptop: whatever listens on this machine may be called, without encryption and on any port
   */
  Endpoints(
      Names names,
      @ConfigProperty(name = "tradewind.notifications.webhook.ports") Set<Integer> ports,
      @ConfigProperty(name = "tradewind.notifications.webhook.allow-loopback") boolean loopback) {
    this.names = names;
    this.ports = new TreeSet<>(ports);
    this.loopback = loopback;
  }

  /** Completes when this URL may be called now; fails with {@link Refused} otherwise. */
  public Uni<Void> check(String url) {
    return find(url).replaceWithVoid();
  }

  /** The address to call; fails with {@link Refused}. */
  Uni<Endpoint> find(String text) {
    return Uni.createFrom().item(() -> parse(text)).flatMap(url -> names.resolve(url.getHost())
        .onFailure().transform(failure -> new Refused("the name of its host has no address"))
        .map(addresses -> checked(url, addresses)));
  }

  private URI parse(String text) {
    var url = syntax(text);
    var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    require(scheme.equals("https") || loopback && scheme.equals("http"), "it must begin with https://");
    require(url.getRawAuthority() == null || url.getRawAuthority().indexOf('@') < 0, "it must not hold a user name or password");
    require(url.getHost() != null && !isDisguised(url.getHost()),
        "its host must be a name, four decimal numbers, or an IPv6 address in brackets");
    require(!url.getHost().endsWith("."), "its host must not end in a dot");
    require(url.getHost().indexOf('%') < 0, "an IPv6 address must not name a zone");
    require(url.getRawFragment() == null, "it must not hold a fragment");
    return url;
  }

  /** What ends in a number is an address to somebody, and some read it differently than others: octal, hexadecimal, in fewer parts. */
  private static boolean isDisguised(String host) {
    return NUMBER_AT_END.matcher(host).matches() && !FOUR_NUMBERS.matcher(host).matches();
  }

  private static URI syntax(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new Refused("it is not a URL");
    }
  }

  private Endpoint checked(URI url, List<InetAddress> addresses) {
    addresses.forEach(address -> check(url, address));
    return new Endpoint(url, addresses.getFirst());
  }

  private void check(URI url, InetAddress address) {
    require(!(url.getHost().startsWith("[") && address instanceof Inet4Address), "its host must not be an IPv4 address written as IPv6");
    if (loopback && address.isLoopbackAddress()) {
      return;
    }
    require(Endpoint.isEncrypted(url), "it must begin with https://");
    require(ports.contains(Endpoint.port(url)), "its port must be one of " + ports);
    Addresses.whyNotPublic(address).ifPresent(kind -> {
      throw new Refused("its host is, or stands for, " + kind);
    });
  }

  private static void require(boolean condition, String rule) {
    if (!condition) {
      throw new Refused(rule);
    }
  }
}
