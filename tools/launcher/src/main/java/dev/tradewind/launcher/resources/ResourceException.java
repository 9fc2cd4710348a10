package dev.tradewind.launcher.resources;

/** A resource that cannot be rendered or applied; the message names the resource, the field and what AWS said. */
public final class ResourceException extends RuntimeException {

  ResourceException(String message) {
    super(message);
  }

  ResourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
