package dev.tradewind.checker;

import java.util.List;

/**
 * A stream of a journal as it is stored.
 *
 * @param service who keeps it
 * @param id such as {@code order/…}
 * @param commits as they were found, by version
 */
public record Stream(String service, String id, List<Commit> commits) {

  public Stream {
    commits = List.copyOf(commits);
  }

  /** What comes after the first slash of the id. */
  public String key() {
    return id.substring(id.indexOf('/') + 1);
  }

  /** The names of all events, oldest first. */
  public List<String> events() {
    return commits.stream().flatMap(commit -> commit.events().stream()).toList();
  }

  /**
   * One stored commit.
   *
   * @param version from 1
   * @param cause id of the message or request that led to it
   * @param events their names without version, such as {@code OrderConfirmed}
   * @param messages what must have been sent because of it
   * @param content all that it holds; equal to the content of another exactly when both hold the same
   */
  public record Commit(long version, String cause, List<String> events, List<Outgoing> messages, Object content) {

    public Commit {
      events = List.copyOf(events);
      messages = List.copyOf(messages);
    }
  }

  /**
   * A message that a commit holds.
   *
   * @param id its own id, not the transport's
   * @param queues where it must have been put: one for a command or a deadline, that of each subscriber for an event; empty when nobody
   *     listens
   */
  public record Outgoing(String id, List<String> queues) {

    public Outgoing {
      queues = List.copyOf(queues);
    }
  }
}
