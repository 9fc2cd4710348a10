package dev.tradewind.chaos.proxy;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request asks.
 *
 * @param service of AWS
 * @param name as the API reference has it, such as {@code PutItem}
 */
public record Operation(Service service, String name) {

  private static final Map<String, Service> TARGETS = 
      Map.of("DynamoDB_20120810", Service.DYNAMODB, "AmazonSQS", Service.SQS, "Kinesis_20131202", Service.KINESIS);
  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z]+)");

  /** The services of AWS that the platform uses. */
  public enum Service {
    DYNAMODB,
    SQS,
    SNS,
    KINESIS,
    S3
  }

  /**
   * Finds the operation of a request.
   *
   * @param target the header {@code X-Amz-Target}; empty in the form protocol
   * @param authorization the header that names the service in its credential scope
   * @param line of the request, method and URI, which says it all where objects are resources
   * @param body of the request, where the form protocol has the operation; asked for only then
   */
  static Optional<Operation> of(Optional<String> target, Optional<String> authorization, String line, Supplier<String> body) {
    if (target.isPresent()) {
      return ofTarget(target.get());
    }
    return authorization.filter(scope -> scope.contains("/s3/aws4_request")).isPresent() ? ofObject(line)
        : ofForm(authorization.orElse(""), body.get());
  }

  private static Optional<Operation> ofTarget(String target) {
    int dot = target.indexOf('.');
    return dot < 0 ? Optional.empty()
        : Optional.ofNullable(TARGETS.get(target.substring(0, dot))).map(service -> new Operation(service, target.substring(dot + 1)));
  }

  /** The few that the platform uses. */
  private static Optional<Operation> ofObject(String line) {
    String method = line.substring(0, line.indexOf(' '));
    return Optional.ofNullable(switch (method) {
      case "PUT" -> "PutObject";
      case "HEAD" -> "HeadObject";
      case "DELETE" -> "DeleteObject";
      case "GET" -> line.contains("list-type=2") ? "ListObjectsV2" : "GetObject";
      default -> null;
    }).map(name -> new Operation(Service.S3, name));
  }

  private static Optional<Operation> ofForm(String authorization, String body) {
    Matcher action = ACTION.matcher(body);
    Service service = authorization.contains("/sqs/aws4_request") ? Service.SQS : Service.SNS;
    return action.find() ? Optional.of(new Operation(service, action.group(1))) : Optional.empty();
  }

  boolean is(Service wanted, String... names) {
    if (service != wanted) {
      return false;
    }
    for (String candidate : names) {
      if (name.equals(candidate)) {
        return true;
      }
    }
    return false;
  }

  /** A write of one item or of several at once, which may meet a transaction. */
  boolean writesItems() {
    return is(Service.DYNAMODB, "PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems");
  }

  boolean isTransaction() {
    return is(Service.DYNAMODB, "TransactWriteItems");
  }

  boolean isReceive() {
    return is(Service.SQS, "ReceiveMessage");
  }

  /** A batch of the log, of which it may take one record and refuse the next. */
  boolean isLogBatch() {
    return is(Service.KINESIS, "PutRecords");
  }

  /** A batch whose entries SQS may accept one by one. */
  boolean isQueueBatch() {
    return is(Service.SQS, "SendMessageBatch", "DeleteMessageBatch", "ChangeMessageVisibilityBatch");
  }

  @Override
  public String toString() {
    return service + " " + name;
  }
}
