package dev.tradewind.cloudmap;

import io.smallrye.mutiny.Uni;

/** The side of the registry that is asked. Both questions may fail, or never be answered. */
public interface Directory {

  /** Who is there. */
  Uni<Listing> discover(ServiceName service);

  /** Whether anything changed: the cheaper question. */
  Uni<Long> revision(ServiceName service);
}
