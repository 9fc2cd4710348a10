package dev.tradewind.core;

/** Hears what handlers do, for logs and metrics. It must not throw and must not block. */
public interface Observer {

  /** An observer that ignores everything. */
  Observer NONE = new Observer() {};

  /** A step was taken. */
  default void committed(Commit<?> commit) {}

  /** A message or request came again and its commit's messages were sent again. */
  default void repeated(Commit<?> commit) {}

  /** Someone else extended the stream first; the handler loads and decides again. */
  default void conflicted(StreamId stream, long version) {}

  /** A command changed nothing. */
  default void unchanged(StreamId stream, Object command) {}

  /** Both hear everything, this one first. */
  default Observer and(Observer other) {
    Observer first = this;
    return new Observer() {
      @Override
      public void committed(Commit<?> commit) {
        first.committed(commit);
        other.committed(commit);
      }

      @Override
      public void repeated(Commit<?> commit) {
        first.repeated(commit);
        other.repeated(commit);
      }

      @Override
      public void conflicted(StreamId stream, long version) {
        first.conflicted(stream, version);
        other.conflicted(stream, version);
      }

      @Override
      public void unchanged(StreamId stream, Object command) {
        first.unchanged(stream, command);
        other.unchanged(stream, command);
      }
    };
  }
}
