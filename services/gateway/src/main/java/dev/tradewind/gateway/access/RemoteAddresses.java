package dev.tradewind.gateway.access;

import io.netty.util.NetUtil;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request comes from. Each proxy in front of us adds whom it heard to the end of {@code X-Forwarded-For}; what stands before is
 * whatever the client wrote, so it is read from its end, for as many proxies as are known to be there.
 */
@ApplicationScoped
class RemoteAddresses {

  private static final int IPV6_HEXTETS_OF_A_NETWORK = 4;

  private final int trustedProxies;

  RemoteAddresses(@ConfigProperty(name = "tradewind.gateway.access.trusted-proxies") int trustedProxies) {
    if (trustedProxies < 0) {
      throw new IllegalArgumentException("tradewind.gateway.access.trusted-proxies must be 0 or more, but is " + trustedProxies);
    }
    this.trustedProxies = trustedProxies;
  }

  String of(RoutingContext request) {
    return of(request.request().headers().getAll("X-Forwarded-For"), request.request().remoteAddress().hostAddress());
  }

  /** The IPv4 address, or the IPv6 network: a household has as many addresses in that as it likes. */
  String of(List<String> forwardedFor, String peer) {
    return network(trustedProxies == 0 ? peer : forwarded(forwardedFor).orElse(peer));
  }

  private Optional<String> forwarded(List<String> headers) {
    var heard = headers.stream().flatMap(header -> Arrays.stream(header.split(","))).map(String::strip).toList();
    return heard.size() < trustedProxies ? Optional.empty()
        : Optional.of(heard.get(heard.size() - trustedProxies)).filter(RemoteAddresses::isAddress);
  }

  private static boolean isAddress(String text) {
    return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
  }

  private static String network(String address) {
    if (!NetUtil.isValidIpV6Address(address)) {
      return address;
    }
    var bytes = NetUtil.createByteArrayFromIpAddressString(address);
    var network = new StringBuilder();
    for (int i = 0; i < IPV6_HEXTETS_OF_A_NETWORK; i++) {
      network.append(Integer.toHexString((bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff)).append(':');
    }
    return network.append(":/64").toString();
  }
}
