package dev.tradewind.launcher.orders;

import java.util.Optional;

/** Where the token comes from that is sent with each request. It is asked once, when it is certain that there will be requests. */
@FunctionalInterface
public interface TokenSource {

  /** Nothing sends none. */
  Optional<String> token() throws InterruptedException;
}
