package dev.tradewind.cloudmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What entries say. One that cannot be understood is left out and costs the others nothing.
 *
 * @param instances those that can be called
 * @param unreadable the others: why, by id
 */
record Reading(List<Instance> instances, Map<String, String> unreadable) {

  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern ADDRESS = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");

  static Reading of(List<Entry> entries) {
    var instances = new ArrayList<Instance>();
    var unreadable = new TreeMap<String, String>();
    for (var entry : entries) {
      try {
        instances.add(instance(entry));
      } catch (IllegalArgumentException e) {
        unreadable.put(entry.id(), e.getMessage());
      }
    }
    return new Reading(List.copyOf(instances), unreadable);
  }

  private static Instance instance(Entry entry) {
    var host = required(entry, Attributes.IPV4, ADDRESS, "an IPv4 address");
    var port = required(entry, Attributes.PORT, PORT, "a port");
    return new Instance(entry.id(), host, Integer.parseInt(port), entry.attributes());
  }

  private static String required(Entry entry, String name, Pattern form, String meaning) {
    var value = entry.attribute(name).orElseThrow(() -> new IllegalArgumentException("attribute %s is missing".formatted(name)));
    Check.that(form.matcher(value).matches(), "attribute %s is %s, but is '%s'", name, meaning, value);
    return value;
  }
}
