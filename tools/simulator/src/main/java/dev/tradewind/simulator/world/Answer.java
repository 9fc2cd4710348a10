package dev.tradewind.simulator.world;

/**
 * Hears what came of an effect, once, or never.
 *
 * @param <T> what comes when all is well
 */
interface Answer<T> {

  void came(T answer);

  void failed(Throwable failure);
}
