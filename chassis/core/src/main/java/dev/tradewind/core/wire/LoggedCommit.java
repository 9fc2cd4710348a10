package dev.tradewind.core.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Check;
import dev.tradewind.core.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A commit of any service as the central log holds it. Its content stays JSON: a reader need not know the types of all services.
 *
 * @param source the service whose journal it stands in, such as {@code /tradewind/orders}
 * @param stream the stream it belongs to
 * @param version 1 for the first commit of a stream, and one more for each that follows
 * @param cause the message or request that it is the answer to
 * @param at when it was decided
 * @param events what happened
 * @param messages what had to be sent because of it, in the order from which their ids follow
 */
public record LoggedCommit(String source, StreamId stream, long version, Cause cause, Instant at, List<Entry> events, List<Entry> messages) {

  static final String SOURCES = "/tradewind/";

  public LoggedCommit {
    Check.that(source != null && source.startsWith(SOURCES) && source.length() > SOURCES.length(),
        "source begins with %s and names a service", SOURCES);
    Check.notNull(stream, "stream");
    Check.that(version > 0, "version starts at 1, but is %d", version);
    Check.notNull(cause, "cause");
    Check.notNull(at, "at");
    events = List.copyOf(events);
    messages = List.copyOf(messages);
  }

  /** Names this commit: {@code kind/key/version}. Source and id together are the same for every repeat. */
  public String id() {
    return stream + "/" + version;
  }

  /** The name of the service, such as {@code orders}. */
  public String service() {
    return source.substring(SOURCES.length());
  }

  /**
   * An event or a message.
   *
   * @param type its name, with the version it was written in
   * @param content a JSON object
   * @param notBefore for a deadline: when it is due
   */
  public record Entry(String type, JsonNode content, Optional<Instant> notBefore) {

    public Entry {
      Check.notBlank(type, "type");
      Check.that(content != null && content.isObject(), "content is a JSON object");
      Check.notNull(notBefore, "notBefore");
    }
  }
}
