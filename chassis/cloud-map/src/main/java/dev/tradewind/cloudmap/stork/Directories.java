package dev.tradewind.cloudmap.stork;

import dev.tradewind.cloudmap.Directory;
import dev.tradewind.cloudmap.aws.CloudMapClients;
import dev.tradewind.cloudmap.aws.CloudMapDirectory;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.regions.Region;

/** One client for each place that is asked, for as long as the process lives: Stork has no moment at which it could be closed. */
final class Directories {

  private record Place(Optional<URI> endpoint, Optional<Region> region) {}

  private final Map<Place, Directory> directories = new ConcurrentHashMap<>();

  Directory at(Optional<URI> endpoint, Optional<Region> region) {
    return directories.computeIfAbsent(new Place(endpoint, region),
        place -> new CloudMapDirectory(CloudMapClients.at(place.endpoint(), place.region())));
  }
}
