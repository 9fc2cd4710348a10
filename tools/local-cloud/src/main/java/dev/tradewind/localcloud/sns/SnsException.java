package dev.tradewind.localcloud.sns;

/** A call that SNS refuses, with the code an SDK turns into an exception of its own. */
final class SnsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  private SnsException(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static SnsException badRequest(String code, String message) {
    return new SnsException(400, code, message);
  }

  static SnsException invalidParameter(String reason) {
    return badRequest("InvalidParameter", "Invalid parameter: " + reason);
  }

  static SnsException missing(String parameter) {
    return badRequest("ValidationError", "1 validation error detected: Value null at '" + parameter
        + "' failed to satisfy constraint: Member must not be null");
  }

  static SnsException notFound(String what) {
    return new SnsException(404, "NotFound", what + " does not exist");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
