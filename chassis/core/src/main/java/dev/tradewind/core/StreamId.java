package dev.tradewind.core;

/**
 * Names a stream: the history of one thing.
 *
 * @param kind what the thing is, such as {@code order}; holds no slash and is not {@code request}
 * @param key which one it is, unique within its kind
 */
public record StreamId(String kind, String key) {

  public StreamId {
    Check.notBlank(kind, "kind");
    Check.notBlank(key, "key");
    Check.that(!kind.equals("request"), "kind must not be 'request': causes that begin so are requests from outside");
    Check.that(kind.indexOf('/') < 0, "kind must not hold a slash, but is '%s'", kind);
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException when the text has no slash, or nothing on one side of it
   */
  public static StreamId parse(String text) {
    int slash = text.indexOf('/');
    Check.that(slash > 0, "a stream id looks like kind/key, but this is '%s'", text);
    return new StreamId(text.substring(0, slash), text.substring(slash + 1));
  }

  /** The id as stored and sent: {@code kind/key}. */
  @Override
  public String toString() {
    return kind + "/" + key;
  }
}
