package dev.tradewind.localcloud.kinesis;

import java.util.regex.Pattern;

/** Amazon resource names of streams, {@code arn:aws:kinesis:region:account:stream/name}, of the one region and account there is here. */
final class Arn {

  static final String ACCOUNT = "000000000000";

  private static final String STREAM = "arn:aws:kinesis:us-east-1:" + ACCOUNT + ":stream/";
  private static final Pattern ANY = Pattern.compile("arn:aws[a-z-]*:kinesis:[a-z0-9-]+:\\d{12}:stream/([A-Za-z0-9_.-]{1,128})");

  private Arn() {}

  static String ofStream(String name) {
    return STREAM + name;
  }

  /** @throws KinesisException naming the parameter when the text is no stream's ARN */
  static String streamName(String parameter, String arn) {
    var matcher = ANY.matcher(arn);
    if (!matcher.matches()) {
      throw KinesisException.invalid(parameter, arn, "Member must satisfy regular expression pattern: " + ANY);
    }
    return matcher.group(1);
  }
}
