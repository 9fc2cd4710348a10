package dev.tradewind.cloudmap;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asks who is there, and asks only for the revision where that is likely to be enough: when the last two answers were the same, and the last
 * full one is not too old. The revision does not move when health changes, so now and then everything is asked; and where instances beat, it
 * moves all the time, so asking for it first would only double the calls.
 */
final class RevisionFirst {

  private record Seen(Listing listing, Instant at, boolean still) {}

  private final Directory directory;
  private final ServiceName service;
  private final Duration longestAge;
  private final InstantSource clock;
  private volatile Optional<Seen> seen = Optional.empty();

  /** @param longestAge how old a full answer may be before everything is asked again */
  RevisionFirst(Directory directory, ServiceName service, Duration longestAge, InstantSource clock) {
    this.directory = directory;
    this.service = service;
    this.longestAge = longestAge;
    this.clock = clock;
  }

  Uni<Listing> look() {
    return seen.filter(this::mayStillHold).map(this::unlessMoved).orElseGet(this::discover);
  }

  private boolean mayStillHold(Seen last) {
    return last.still() && clock.instant().isBefore(last.at().plus(longestAge));
  }

  private Uni<Listing> unlessMoved(Seen last) {
    return directory.revision(service)
        .chain(revision -> revision == last.listing().revision() ? Uni.createFrom().item(last.listing()) : discover());
  }

  private Uni<Listing> discover() {
    return directory.discover(service).invoke(listing -> {
      var still = seen.filter(last -> last.listing().revision() == listing.revision()).isPresent();
      seen = Optional.of(new Seen(listing, clock.instant(), still));
    });
  }
}
