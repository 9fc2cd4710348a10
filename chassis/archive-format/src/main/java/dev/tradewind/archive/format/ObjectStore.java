package dev.tradewind.archive.format;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bucket. What is written is there, for whoever reads or lists from then on. */
public interface ObjectStore {

  /**
   * What is written.
   *
   * @param type its media type
   * @param metadata what is told of it without reading it: ASCII, with lower-case names
   */
  record Content(byte[] bytes, String type, Map<String, String> metadata) {}

  /**
   * What was read.
   *
   * @param tag names this state of the object
   */
  record Stored(byte[] bytes, String tag) {}

  /**
   * Some keys, in the order of their UTF-8 bytes.
   *
   * @param more whether others come after them
   */
  record Page(List<String> keys, boolean more) {}

  /** Writes the object, whether it is there or not. */
  Uni<Void> put(String key, Content content);

  /**
   * Writes the object if it is as it was read.
   *
   * @param tag of the state to be replaced; empty when there was none
   * @return false when it is not as it was read; nothing is written then
   */
  Uni<Boolean> replace(String key, Content content, Optional<String> tag);

  /** Empty when there is no such object. */
  Uni<Optional<Stored>> get(String key);

  /** Removes the object; also when there is none. */
  Uni<Void> delete(String key);

  /** The keys with this prefix that come after this one. */
  Uni<Page> list(String prefix, String after);
}
