package dev.tradewind.cloudmap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An instance as it describes itself.
 *
 * @param id unique within the service, at most 64 of the characters that Cloud Map allows. Better the same after a restart, such as the name
 *     of a pod: then it takes the place of the one that was killed, whose entry nobody else removes
 * @param host an IPv4 address at which others reach it
 * @param port from 1 to 65535
 * @param zone its availability zone, such as {@code eu-central-1a}
 * @param version of the program, for people
 */
public record Self(String id, String host, int port, Optional<String> zone, Optional<String> version) {

  private static final Pattern ID = Pattern.compile("[0-9a-zA-Z_/:.@-]{1,64}");

  public Self {
    Check.that(ID.matcher(Check.notBlank(id, "id")).matches(), "id has at most 64 letters, digits and _/:.@-, but is '%s'", id);
    zone = Check.notNull(zone, "zone").filter(name -> !name.isBlank());
    version = Check.notNull(version, "version").filter(name -> !name.isBlank());
    var unreadable = Reading.of(List.of(new Entry(id, address(host, port)))).unreadable();
    Check.that(unreadable.isEmpty(), "others could not call %s: %s", id, unreadable.get(id));
  }

  private static Map<String, String> address(String host, int port) {
    return Map.of(Attributes.IPV4, Check.notBlank(host, "host"), Attributes.PORT, Integer.toString(port));
  }

  Entry at(Instant heartbeat) {
    var attributes = new TreeMap<>(address(host, port));
    attributes.put(Attributes.HEARTBEAT, heartbeat.toString());
    zone.ifPresent(name -> attributes.put(Attributes.ZONE, name));
    version.ifPresent(name -> attributes.put(Attributes.VERSION, name));
    return new Entry(id, attributes);
  }
}
