package dev.tradewind.localcloud.sqs;

/**
 * A message attribute, the same in SQS and SNS.
 *
 * @param dataType {@code String}, {@code Number} or {@code Binary}, with an optional label after a dot, such as {@code String.Array}
 * @param value the text, or the bytes of a binary attribute in Base64
 */
public record MessageAttribute(String dataType, String value) {

  /** The type without its label. */
  public String kind() {
    int dot = dataType.indexOf('.');
    return dot < 0 ? dataType : dataType.substring(0, dot);
  }
}
