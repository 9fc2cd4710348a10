package dev.tradewind.localcloud.sns;

import java.util.regex.Pattern;

/** Amazon resource names, {@code arn:aws:service:region:account:name}, of the one region and account there is here. */
final class Arn {

  static final String ACCOUNT = "000000000000";

  private static final String TOPIC = "arn:aws:sns:us-east-1:" + ACCOUNT + ":";
  private static final Pattern QUEUE = Pattern.compile("arn:aws:sqs:[a-z0-9-]+:\\d{12}:([A-Za-z0-9_.-]{1,80})");
  private static final int PARTS = 6;

  private Arn() {}

  static String ofTopic(String name) {
    return TOPIC + name;
  }

  /** @throws SnsException naming the parameter when the text is no ARN at all */
  static String checked(String parameter, String arn) {
    int parts = arn.split(":", -1).length;
    if (parts < PARTS || !arn.startsWith("arn:")) {
      throw SnsException.invalidParameter(parameter + " Reason: An ARN must have at least 6 elements, not " + parts);
    }
    return arn;
  }

  /** The name of the queue that a subscription delivers to. */
  static String queueName(String endpoint) {
    var matcher = QUEUE.matcher(endpoint);
    if (!matcher.matches()) {
      throw SnsException.invalidParameter("SQS endpoint ARN");
    }
    if (matcher.group(1).endsWith(".fifo")) {
      throw SnsException.invalidParameter(
          "Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics");
    }
    return matcher.group(1);
  }
}
