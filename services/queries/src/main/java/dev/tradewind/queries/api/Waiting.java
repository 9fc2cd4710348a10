package dev.tradewind.queries.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a client prefers to wait for what it asks for: {@code Prefer: wait=2}, after
 * <a href="https://www.rfc-editor.org/rfc/rfc7240#section-4.3">RFC 7240</a>. A preference that cannot be read is ignored, as it demands.
 *
 * @param longest what is granted at most
 */
public record Waiting(Duration longest) {

  private static final Pattern WAIT = Pattern.compile("\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

  /** How long to wait; nothing when the client does not prefer to. */
  Optional<Duration> granted(List<String> prefer) {
    return prefer.stream()
        .flatMap(header -> Stream.of(header.split(",")))
        .map(WAIT::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> Duration.ofSeconds(Long.parseLong(matcher.group(1))))
        .map(asked -> asked.compareTo(longest) < 0 ? asked : longest)
        .findFirst();
  }
}
