package dev.tradewind.insights.domain;

import java.util.Map;

/**
 * Something that is counted, by where it is kept.
 *
 * @param partition key of its partition
 * @param sort its place there
 * @param about what it is of, in words that lists are filtered by; always the same for the same key
 */
public record Counter(String partition, String sort, Map<String, String> about) {

  public Counter {
    about = Map.copyOf(about);
  }
}
