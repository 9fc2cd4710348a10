package dev.tradewind.simulator.check;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** Several searches, some at a time. Each runs in one thread, so how many run together changes nothing but the time. */
final class Searches implements Runnable {

  private final List<Search> searches;
  private final List<CompletableFuture<Found>> results;
  private final int threads;

  Searches(List<Search> searches, int threads) {
    this.searches = List.copyOf(searches);
    this.results = searches.stream().map(search -> new CompletableFuture<Found>()).toList();
    this.threads = threads;
  }

  /** Returns when all are done. */
  @Override
  public void run() {
    try (var workers = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < searches.size(); i++) {
        var result = results.get(i);
        result.completeAsync(searches.get(i)::run, workers);
      }
    }
  }

  /** Those that have begun and are not done. */
  List<Search> running() {
    return searches.stream().filter(search -> search.states() > 0 && !results.get(searches.indexOf(search)).isDone()).toList();
  }

  /**
   * What came of each, when all are done.
   *
   * @throws CompletionException when one broke down
   */
  List<Found> found() {
    return results.stream().map(CompletableFuture::join).toList();
  }
}
