package dev.tradewind.localcloud.sns.filter;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a subscription wants to receive, as Amazon SNS documents it in "Filter policy constraints" and "Subscription filter
 * policies".
 */
public final class FilterPolicy {

  private final Rule rule;

  private FilterPolicy(Rule rule) {
    this.rule = rule;
  }

  /**
   * Reads a policy.
   *
   * @param json the policy's text
   * @param scope what it looks at: attributes have no nested keys
   * @throws InvalidFilterPolicyException when SNS would refuse it; the message says why
   */
  public static FilterPolicy parse(String json, FilterScope scope) {
    return new FilterPolicy(new PolicyParser(scope).parse(json));
  }

  /** Whether a message passes, given its attributes or its body as a JSON object; a body that is anything else does not. */
  public boolean accepts(JsonNode message) {
    return message.isObject() && rule.accepts(message);
  }
}
