package dev.tradewind.localcloud.kinesis;

/** A call that Kinesis refuses, with the type an SDK turns into an exception of its own. */
final class KinesisException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String OUR_FAULT = "InternalFailure";

  private final String type;

  private KinesisException(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  static KinesisException of(String type, String message) {
    return new KinesisException(type, message);
  }

  static KinesisException internal(String message) {
    return new KinesisException(OUR_FAULT, message);
  }

  static KinesisException invalidArgument(String message) {
    return new KinesisException("InvalidArgumentException", message);
  }

  /** A parameter that breaks a constraint of the API's model. */
  static KinesisException invalid(String parameter, Object value, String constraint) {
    return new KinesisException("ValidationException",
        "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s".formatted(value, parameter, constraint));
  }

  static KinesisException missing(String parameter) {
    return new KinesisException("ValidationException", "1 validation error detected: Value at '" + parameter
        + "' failed to satisfy constraint: Member must not be null");
  }

  static KinesisException noSuchStream(String stream) {
    return new KinesisException("ResourceNotFoundException", "Stream " + stream + " under account " + Arn.ACCOUNT + " not found.");
  }

  static KinesisException noSuchShard(String shard, String stream) {
    return new KinesisException("ResourceNotFoundException", "Could not find shard " + shard + " in stream " + stream
        + " under account " + Arn.ACCOUNT + ".");
  }

  static KinesisException notSupported(String action, String remedy) {
    return new KinesisException("UnsupportedOperationException", action + " is not supported by the local cloud: " + remedy);
  }

  int status() {
    return type.equals(OUR_FAULT) ? 500 : 400;
  }

  String type() {
    return type;
  }
}
