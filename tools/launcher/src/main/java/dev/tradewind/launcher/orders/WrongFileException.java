package dev.tradewind.launcher.orders;

/** A file of orders or of stock that cannot be used; the message names the file and the line. Nothing was placed. */
public final class WrongFileException extends RuntimeException {

  WrongFileException(String message) {
    super(message);
  }
}
