package dev.tradewind.localcloud.servicediscovery;

import dev.tradewind.localcloud.servicediscovery.DnsConfig.RecordType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the attributes of an instance may be. */
final class AttributeRules {

  static final String INITIAL_HEALTH = "AWS_INIT_HEALTH_STATUS";

  private static final int MOST = 30;
  private static final int KEY_LENGTH = 255;
  private static final int VALUE_LENGTH = 1_024;
  private static final int TOTAL_LENGTH = 5_000;
  private static final String RESERVED = "AWS_";
  private static final Pattern KEY = Pattern.compile("[!-~]+");
  private static final Pattern VALUE = Pattern.compile("([!-~][ \\t!-~]*)?");

  private static final String IPV4 = "AWS_INSTANCE_IPV4";
  private static final String IPV6 = "AWS_INSTANCE_IPV6";
  private static final String PORT = "AWS_INSTANCE_PORT";
  private static final String CNAME = "AWS_INSTANCE_CNAME";
  private static final String ALIAS = "AWS_ALIAS_DNS_NAME";
  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";

  private static final Map<String, Pattern> FORMS = Map.of(
      IPV4, Pattern.compile(BYTE + "(\\." + BYTE + "){3}"),
      PORT, Pattern.compile("\\d{1,5}"),
      INITIAL_HEALTH, Pattern.compile("HEALTHY|UNHEALTHY"));

  private AttributeRules() {}

  /** @throws CloudMapException naming the attribute that may not be, or is missing */
  static void check(Map<String, String> attributes, DnsConfig dns) {
    if (attributes.keySet().stream().filter(key -> !key.startsWith(RESERVED)).count() > MOST) {
      throw CloudMapException.invalid("An instance may have " + MOST + " custom attributes");
    }
    if (attributes.entrySet().stream().mapToInt(entry -> entry.getKey().length() + entry.getValue().length()).sum() > TOTAL_LENGTH) {
      throw CloudMapException.invalid("The attributes of an instance may have " + TOTAL_LENGTH + " characters together");
    }
    attributes.forEach(AttributeRules::check);
    dns.types().stream().flatMap(type -> neededFor(type).stream())
        .filter(alternatives -> alternatives.stream().noneMatch(attributes::containsKey))
        .findFirst()
        .ifPresent(alternatives -> {
          throw CloudMapException.invalid("The DNS records of the service need one of the attributes " + alternatives);
        });
  }

  private static void check(String key, String value) {
    checkForm("key", key, KEY, KEY_LENGTH);
    checkForm("value of " + key, value, VALUE, VALUE_LENGTH);
    checkForm("value of " + key, value, FORMS.getOrDefault(key, VALUE), VALUE_LENGTH);
  }

  private static void checkForm(String what, String text, Pattern form, int most) {
    if (text.length() > most) {
      throw CloudMapException.invalid("attributes." + what, "…", "Member must have length less than or equal to " + most);
    }
    if (!form.matcher(text).matches()) {
      throw CloudMapException.invalid("attributes." + what, text, "Member must satisfy regular expression pattern: " + form);
    }
  }

  /** Of each set, one is enough. */
  private static List<Set<String>> neededFor(RecordType type) {
    return switch (type) {
      case A -> List.of(Set.of(IPV4, ALIAS));
      case AAAA -> List.of(Set.of(IPV6, ALIAS));
      case CNAME -> List.of(Set.of(CNAME));
      case SRV -> List.of(Set.of(PORT), Set.of(IPV4, IPV6));
    };
  }
}
