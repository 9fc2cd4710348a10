package dev.tradewind.cloudmap;

import java.util.List;

/**
 * An answer of the registry.
 *
 * @param revision which state of the service it is; another one once instances came, went or changed, but not when their health did
 * @param entries all instances, or the healthy ones where the registry knows the difference
 */
public record Listing(long revision, List<Entry> entries) {

  public Listing {
    entries = List.copyOf(entries);
  }
}
