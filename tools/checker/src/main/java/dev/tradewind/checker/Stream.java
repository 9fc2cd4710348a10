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
   * @param messages ids of the messages it must have sent
   */
  public record Commit(long version, String cause, List<String> events, List<String> messages) {

    public Commit {
      events = List.copyOf(events);
      messages = List.copyOf(messages);
    }
  }
}
