package dev.tradewind.notifications.webhook;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses belong to the public internet: those that the IANA registers of special purpose
 * <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4</a> and
 * <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6</a> addresses do not keep for something else. Java turns an
 * IPv4 address that is mapped into IPv6 into the IPv4 address, which is then judged as one.
 */
final class Addresses {

  private static final List<Block> NOT_PUBLIC = List.of(
      block("0.0.0.0/8", "an unspecified address"),
      block("10.0.0.0/8", "a private address"),
      block("100.64.0.0/10", "an address behind a carrier's NAT"),
      block("127.0.0.0/8", "a loopback address"),
      block("169.254.0.0/16", "a link-local address, such as that of instance metadata"),
      block("172.16.0.0/12", "a private address"),
      block("192.0.0.0/24", "a reserved address"),
      block("192.0.2.0/24", "an address for documentation"),
      block("192.88.99.0/24", "a relay's address"),
      block("192.168.0.0/16", "a private address"),
      block("198.18.0.0/15", "an address for benchmarks"),
      block("198.51.100.0/24", "an address for documentation"),
      block("203.0.113.0/24", "an address for documentation"),
      block("224.0.0.0/4", "a multicast address"),
      block("240.0.0.0/4", "a reserved address"),
      block("::/128", "an unspecified address"),
      block("::1/128", "a loopback address"),
      block("fc00::/7", "a private address"),
      block("fe80::/10", "a link-local address"),
      block("ff00::/8", "a multicast address"),
      block("64:ff9b::/96", "a translated IPv4 address"),
      block("2001::/23", "a reserved address"),
      block("2001:db8::/32", "an address for documentation"),
      block("2002::/16", "a tunnelled IPv4 address"),
      block("3fff::/20", "an address for documentation"));

  /** Whatever else is IPv6 and public begins so. */
  private static final Block GLOBAL_IPV6 = block("2000::/3", "a global address");

  private Addresses() {}

  /** What kind of address it is when it is none of the public internet. */
  static Optional<String> whyNotPublic(InetAddress address) {
    return NOT_PUBLIC.stream().filter(block -> block.contains(address)).map(Block::kind).findFirst()
        .or(() -> address instanceof Inet4Address || GLOBAL_IPV6.contains(address) ? Optional.empty() : Optional.of("a reserved address"));
  }

  private static Block block(String cidr, String kind) {
    try {
      var parts = cidr.split("/");
      return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]), kind);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("not an address: " + cidr, e);
    }
  }

  private record Block(byte[] first, int bits, String kind) {

    boolean contains(InetAddress address) {
      var other = address.getAddress();
      int free = first.length * Byte.SIZE - bits;
      return other.length == first.length
          && new BigInteger(1, other).shiftRight(free).equals(new BigInteger(1, first).shiftRight(free));
    }
  }
}
