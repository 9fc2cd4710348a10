package dev.tradewind.localcloud.sqs;

/** A call, or an entry of a batch, that SQS refuses. */
final class SqsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String type;
  private final String code;

  /**
   * @param type what the JSON protocol calls the error, and SDKs turn into an exception of its own
   * @param code what the older query protocol called it; SDKs still show it as the error code
   */
  private SqsException(String type, String code, String message) {
    super(message, null, false, false);
    this.type = type;
    this.code = code;
  }

  static SqsException of(String type, String message) {
    return new SqsException(type, type, message);
  }

  static SqsException ofBatch(String type, String message) {
    return new SqsException(type, "AWS.SimpleQueueService." + type, message);
  }

  static SqsException noSuchQueue() {
    return new SqsException("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue",
        "The specified queue does not exist.");
  }

  static SqsException missing(String parameter) {
    return of("MissingParameter", "The request must contain the parameter " + parameter + ".");
  }

  static SqsException outOfRange(String parameter, long value, long least, long most) {
    return of("InvalidParameterValue", "Value %d for parameter %s is invalid. Reason: %s must be >= %d and <= %d."
        .formatted(value, parameter, parameter, least, most));
  }

  String type() {
    return type;
  }

  String code() {
    return code;
  }
}
