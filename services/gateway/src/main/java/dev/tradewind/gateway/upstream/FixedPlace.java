package dev.tradewind.gateway.upstream;

import dev.tradewind.core.Check;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Set;

/** One address for all instances: a mesh, or a single process, stands behind it. */
record FixedPlace(Place place) implements Places {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** @param setting names what to change when the URL is none */
  static FixedPlace at(URI url, String setting) {
    boolean secure = "https".equals(url.getScheme());
    Check.that((secure || "http".equals(url.getScheme())) && url.getHost() != null && url.getRawPath().length() <= 1 && url.getRawQuery() == null,
        "%s is a URL such as http://localhost:8081, but is '%s'", setting, url);
    int port = url.getPort() == -1 ? (secure ? HTTPS : HTTP) : url.getPort();
    return new FixedPlace(new Place(0, url.getHost(), port, secure, end -> { }));
  }

  @Override
  public Uni<Place> next(Set<Long> tried) {
    return Uni.createFrom().item(place);
  }
}
