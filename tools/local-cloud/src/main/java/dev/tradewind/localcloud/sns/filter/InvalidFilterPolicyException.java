package dev.tradewind.localcloud.sns.filter;

/** A filter policy that SNS would refuse. The message is what SNS answers after {@code Invalid parameter: FilterPolicy: }. */
public final class InvalidFilterPolicyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidFilterPolicyException(String message) {
    super(message);
  }
}
