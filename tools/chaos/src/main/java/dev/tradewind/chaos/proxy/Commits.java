package dev.tradewind.chaos.proxy;

/** Hears of every commit that a journal took, on the proxy's thread. */
@FunctionalInterface
public interface Commits {

  /**
   * A commit was made; heard of again when it is written again.
   *
   * @param stream such as {@code order/…}
   * @param version from 1
   * @param events as they are stored
   * @param messages as they are stored; empty when the commit sends none
   */
  void made(String stream, long version, String events, String messages);
}
