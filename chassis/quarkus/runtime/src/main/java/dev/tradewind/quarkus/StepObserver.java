package dev.tradewind.quarkus;

import dev.tradewind.core.Commit;
import dev.tradewind.core.Observer;
import dev.tradewind.core.StreamId;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** One log line for each thing that changed, and a count of each thing that happened. */
@Singleton
class StepObserver implements Observer {

  private static final Logger LOG = Logger.getLogger("tradewind.steps");

  private final MeterRegistry meters;

  StepObserver(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void committed(Commit<?> commit) {
    count("committed", commit.stream());
    LOG.infof("committed stream=%s version=%d events=%s sends=%s cause=%s", commit.stream(), commit.version(),
        names(commit.events()), names(commit.messages().stream().map(m -> m.data()).toList()), commit.cause().id());
  }

  @Override
  public void repeated(Commit<?> commit) {
    count("repeated", commit.stream());
    LOG.infof("repeated stream=%s version=%d cause=%s: its messages are sent again", commit.stream(), commit.version(), commit.cause().id());
  }

  @Override
  public void conflicted(StreamId stream, long version) {
    count("conflicted", stream);
    LOG.debugf("conflicted stream=%s version=%d: somebody was first, deciding again", stream, version);
  }

  @Override
  public void unchanged(StreamId stream, Object command) {
    count("unchanged", stream);
    LOG.debugf("unchanged stream=%s command=%s", stream, command.getClass().getSimpleName());
  }

  private void count(String outcome, StreamId stream) {
    meters.counter("tradewind.steps", "outcome", outcome, "stream", stream.kind()).increment();
  }

  private static String names(java.util.List<?> things) {
    return things.stream().map(thing -> thing.getClass().getSimpleName()).toList().toString();
  }
}
