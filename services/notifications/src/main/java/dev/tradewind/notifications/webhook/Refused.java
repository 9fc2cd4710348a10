package dev.tradewind.notifications.webhook;

/** This URL is never called. The message says why, for the customer whose it is. */
public final class Refused extends RuntimeException {

  Refused(String why) {
    super(why);
  }
}
