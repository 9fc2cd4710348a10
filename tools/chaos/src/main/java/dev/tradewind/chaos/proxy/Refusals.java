package dev.tradewind.chaos.proxy;

import dev.tradewind.chaos.proxy.Operation.Service;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Answers of AWS that say no, in each protocol's own words:
 * <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">DynamoDB</a>,
 * <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html">SQS</a>,
 * <a href="https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html">SNS</a>,
 * <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/CommonErrors.html">Kinesis</a>,
 * <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3</a>.
 */
final class Refusals {

  static final String TRANSACTION_CONFLICT = "TransactionConflict";
  static final String THROTTLING_ERROR = "ThrottlingError";
  static final String NONE = "None";

  private static final int BAD_REQUEST = 400;
  private static final int TOO_MANY = 429;
  private static final int INTERNAL = 500;
  private static final int UNAVAILABLE = 503;

  private Refusals() {}

  static Answer internalError(Operation operation) {
    String code = switch (operation.service()) {
      case DYNAMODB -> "InternalServerError";
      case S3 -> "InternalError";
      case SQS, SNS, KINESIS -> "InternalFailure";
    };
    return error(operation, INTERNAL, code, "Internal server error");
  }

  static Answer unavailable(Operation operation) {
    return error(operation, UNAVAILABLE, "ServiceUnavailable", "Service is unable to handle request.");
  }

  static Answer throttled(Operation operation) {
    return switch (operation.service()) {
      case DYNAMODB -> error(operation, BAD_REQUEST, "ProvisionedThroughputExceededException",
          "The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level.");
      case SQS -> error(operation, BAD_REQUEST, "RequestThrottled", "The request was denied due to request throttling.");
      case SNS -> error(operation, TOO_MANY, "Throttled", "Rate exceeded");
      case KINESIS -> error(operation, BAD_REQUEST, "ProvisionedThroughputExceededException", "Rate exceeded for the shards of the stream.");
      case S3 -> error(operation, UNAVAILABLE, "SlowDown", "Please reduce your request rate.");
    };
  }

  /** A single write that met a transaction. */
  static Answer conflict(Operation operation) {
    return error(operation, BAD_REQUEST, "TransactionConflictException", "Transaction is ongoing for the item");
  }

  /** @param codes one for each item of the transaction, in its order; {@link #NONE} for an item that was not in the way */
  static Answer cancelled(List<String> codes) {
    String reasons = codes.stream().map(code -> "{\"Code\":\"%s\"}".formatted(code)).collect(Collectors.joining(","));
    return Answer.of(BAD_REQUEST, "application/x-amz-json-1.0",
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\",\"Message\":\"Transaction cancelled, please refer "
            + "cancellation reasons for specific reasons [%s]\",\"CancellationReasons\":[%s]}".formatted(String.join(", ", codes), reasons))
        .with("x-amzn-RequestId", UUID.randomUUID().toString());
  }

  private static Answer error(Operation operation, int status, String code, String message) {
    String id = UUID.randomUUID().toString();
    String party = status < INTERNAL ? "Sender" : "Receiver";
    return (switch (operation.service()) {
      case DYNAMODB -> Answer.of(status, "application/x-amz-json-1.0",
          "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"%s\"}".formatted(code, message));
      case SQS -> Answer.of(status, "application/x-amz-json-1.0", "{\"__type\":\"com.amazonaws.sqs#%s\",\"message\":\"%s\"}".formatted(code, message))
          .with("x-amzn-query-error", code + ";" + party);
      case KINESIS -> Answer.of(status, "application/x-amz-json-1.1", "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(code, message));
      case S3 -> Answer.of(status, "application/xml",
          "<Error><Code>%s</Code><Message>%s</Message><RequestId>%s</RequestId></Error>".formatted(code, message, id));
      case SNS -> Answer.of(status, "text/xml", ("<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>%s</Type>"
          + "<Code>%s</Code><Message>%s</Message></Error><RequestId>%s</RequestId></ErrorResponse>").formatted(party, code, message, id));
    }).with("x-amzn-RequestId", id);
  }
}
