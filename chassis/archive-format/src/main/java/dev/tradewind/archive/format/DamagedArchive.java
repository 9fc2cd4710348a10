package dev.tradewind.archive.format;

/** An object of the archive is not as it was written. Names the object. */
public final class DamagedArchive extends RuntimeException {

  DamagedArchive(String message) {
    super(message);
  }

  DamagedArchive(String message, Throwable cause) {
    super(message, cause);
  }
}
