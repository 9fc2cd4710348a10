package dev.tradewind.janitor.domain;

import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.core.wire.LoggedCommit.Entry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a commit holds, as fingerprints: small, for there are millions. A commit that was made when a type was younger reads as the newer one where it
 * was put again; so two that differ in versions are the same when all else is.
 *
 * @param exact of all it holds
 * @param shape of its cause, its time and the names of what it holds
 * @param versions of the types of what it holds
 */
public record Content(String exact, String shape, String versions) {

  public static Content of(LoggedCommit commit) {
    var cause = commit.cause();
    var frame = String.join("\n", cause.id(), cause.answers(), cause.correlationId(), cause.traceparent(), commit.at().toString());
    return new Content(
        fingerprint(frame + "\n" + all(commit, entry -> entry.type() + entry.notBefore().map(Object::toString).orElse("") + entry.content())),
        fingerprint(frame + "\n" + all(commit, entry -> entry.type().substring(0, version(entry)))),
        all(commit, entry -> entry.type().substring(version(entry))));
  }

  boolean isSameAs(Content other) {
    return exact.equals(other.exact) || !versions.equals(other.versions) && shape.equals(other.shape);
  }

  private static String all(LoggedCommit commit, Function<Entry, String> part) {
    return Stream.of(commit.events(), commit.messages()).map((List<Entry> entries) -> entries.stream().map(part).collect(Collectors.joining(",")))
        .collect(Collectors.joining(";"));
  }

  private static int version(Entry entry) {
    int dot = entry.type().lastIndexOf(".v");
    return dot < 0 ? entry.type().length() : dot;
  }

  private static String fingerprint(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
