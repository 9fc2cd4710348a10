package dev.tradewind.cloudmap;

/** The registry could not be asked, and no earlier answer is known to go on with. */
public final class UnknownServiceException extends RuntimeException {

  UnknownServiceException(ServiceName service, Throwable cause) {
    super("No instance of %s is known: the registry did not answer (%s). It is asked again with the next call".formatted(service, cause), cause);
  }
}
