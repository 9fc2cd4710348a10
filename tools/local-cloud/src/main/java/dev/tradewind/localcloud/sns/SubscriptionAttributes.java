package dev.tradewind.localcloud.sns;

import dev.tradewind.localcloud.sns.filter.FilterPolicy;
import dev.tradewind.localcloud.sns.filter.FilterScope;
import dev.tradewind.localcloud.sns.filter.InvalidFilterPolicyException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a subscription delivers.
 *
 * @param raw whether queues get the published body itself instead of an envelope around it
 * @param policyText the filter policy as it was given, to be given back
 * @param scope what the filter policy looks at
 * @param policy the same policy, ready to use; never differs from the text
 */
record SubscriptionAttributes(
    boolean raw, Optional<String> policyText, FilterScope scope, Optional<FilterPolicy> policy) {

  static final SubscriptionAttributes DEFAULT =
      new SubscriptionAttributes(false, Optional.empty(), FilterScope.ATTRIBUTES, Optional.empty());

  private static final String RAW = "RawMessageDelivery";
  private static final String POLICY = "FilterPolicy";
  private static final String SCOPE = "FilterPolicyScope";

  /** The defaults with these changes: the scope first, because the policy is read in its light. */
  static SubscriptionAttributes of(Map<String, String> values) {
    var attributes = DEFAULT;
    if (values.containsKey(SCOPE)) {
      attributes = attributes.with(SCOPE, values.get(SCOPE));
    }
    for (var value : values.entrySet()) {
      attributes = attributes.with(value.getKey(), value.getValue());
    }
    return attributes;
  }

  /** @throws SnsException when there is no such attribute here or it cannot have that value */
  SubscriptionAttributes with(String name, String value) {
    try {
      return switch (name) {
        case RAW -> new SubscriptionAttributes(trueOrFalse(value), policyText, scope, policy);
        case POLICY -> filteredBy(value.isBlank() || value.strip().equals("{}") ? Optional.empty() : Optional.of(value), scope);
        case SCOPE -> filteredBy(policyText, FilterScope.of(value));
        default -> throw SnsException.invalidParameter(
            "AttributeName Reason: " + name + " is not known here, only " + RAW + ", " + POLICY + " and " + SCOPE);
      };
    } catch (InvalidFilterPolicyException e) {
      throw SnsException.invalidParameter((name.equals(SCOPE) ? SCOPE : POLICY) + ": " + e.getMessage());
    }
  }

  /** As {@link #of(Map)} takes them. */
  Map<String, String> values() {
    var values = new LinkedHashMap<String, String>();
    values.put(RAW, Boolean.toString(raw));
    policyText.ifPresent(text -> {
      values.put(SCOPE, scope.awsName());
      values.put(POLICY, text);
    });
    return values;
  }

  /** The policy's text is its identity: a parsed policy has none. */
  boolean sameAs(SubscriptionAttributes other) {
    return values().equals(other.values());
  }

  private SubscriptionAttributes filteredBy(Optional<String> text, FilterScope newScope) {
    return new SubscriptionAttributes(raw, text, newScope, text.map(json -> FilterPolicy.parse(json, newScope)));
  }

  private static boolean trueOrFalse(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw SnsException.invalidParameter(RAW + ": Invalid value [" + value + "]. Must be true or false.");
    };
  }
}
