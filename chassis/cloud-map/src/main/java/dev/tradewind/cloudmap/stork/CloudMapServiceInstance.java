package dev.tradewind.cloudmap.stork;

import dev.tradewind.cloudmap.Instance;
import io.smallrye.stork.api.ServiceInstance;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An instance that hears how calls to it end: where nobody was found, it is avoided for a while. Load balancers that keep statistics of their
 * own put theirs in its place and do not tell it.
 *
 * @param number what Stork calls it
 * @param unreachable hears that nobody was found there
 */
record CloudMapServiceInstance(long number, Instance instance, boolean secure, Runnable unreachable) implements ServiceInstance {

  private static final int DEEPEST = 8;

  @Override
  public long getId() {
    return number;
  }

  @Override
  public String getHost() {
    return instance.host();
  }

  @Override
  public int getPort() {
    return instance.port();
  }

  @Override
  public Optional<String> getPath() {
    return Optional.empty();
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public Map<String, String> getLabels() {
    return instance.attributes();
  }

  @Override
  public boolean gatherStatistics() {
    return true;
  }

  @Override
  public void recordStart(boolean measureTime) {
    // Only the end says whether anybody was there.
  }

  @Override
  public void recordReply() {
    // As above.
  }

  /** Only what says that there was nobody counts: an instance that answers badly is there, and a breaker's business. */
  @Override
  public void recordEnd(Throwable failure) {
    if (causes(failure).anyMatch(cause -> cause instanceof ConnectException || cause instanceof NoRouteToHostException)) {
      unreachable.run();
    }
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
  }
}
