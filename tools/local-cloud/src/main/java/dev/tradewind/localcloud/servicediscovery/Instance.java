package dev.tradewind.localcloud.servicediscovery;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One place where a service can be called, and what callers may know of it. */
record Instance(String id, SortedMap<String, String> attributes, String creatorRequestId, Health health) {

  Instance {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** Whether it has all of them. */
  boolean matches(Map<String, String> wanted) {
    return attributes.entrySet().containsAll(wanted.entrySet());
  }

  Instance with(Health changed) {
    return new Instance(id, attributes, creatorRequestId, changed);
  }
}
