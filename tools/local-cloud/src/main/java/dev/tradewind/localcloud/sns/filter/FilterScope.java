package dev.tradewind.localcloud.sns.filter;

import java.util.Arrays;

/** What a filter policy looks at. */
public enum FilterScope {
  ATTRIBUTES("MessageAttributes"),
  BODY("MessageBody");

  private final String awsName;

  FilterScope(String awsName) {
    this.awsName = awsName;
  }

  /** The value of the subscription attribute {@code FilterPolicyScope}. */
  public String awsName() {
    return awsName;
  }

  /** @throws InvalidFilterPolicyException when there is no such scope */
  public static FilterScope of(String awsName) {
    return Arrays.stream(values())
        .filter(scope -> scope.awsName.equals(awsName))
        .findFirst()
        .orElseThrow(() -> new InvalidFilterPolicyException(
            "Invalid value [" + awsName + "]. Please use either MessageBody or MessageAttributes"));
  }
}
