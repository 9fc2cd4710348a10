package dev.tradewind.quarkus;

import jakarta.ws.rs.core.UriInfo;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * Where a list goes on, as clients carry it: opaque, and bound to the query it came with. It is checked, not signed: whoever forges one
 * reads another part of a list they may read anyway.
 */
public final class Cursor {

  private static final int LONGEST = 400;
  private static final int MARK_BYTES = 9;
  private static final int MARK = MARK_BYTES * 2;

  private Cursor() {}

  /**
   * @param query what the list is of
   * @param position where the next page begins, in ASCII
   */
  public static String write(Record query, String position) {
    var text = mark(query.toString()) + mark(position) + position;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * @param position reads what was written; refuses anything else with an {@link IllegalArgumentException}
   * @throws Problem when it was not written here, or for another query
   */
  public static <T> T read(Record query, String cursor, Function<String, T> position) {
    var text = decode(cursor);
    if (text.length() <= 2 * MARK || !text.substring(MARK, 2 * MARK).equals(mark(text.substring(2 * MARK)))) {
      throw damaged();
    }
    var read = position(text.substring(2 * MARK), position);
    if (!text.startsWith(mark(query.toString()))) {
      throw unfit("The cursor belongs to another list: repeat the parameters it came with, or leave it out to begin anew.");
    }
    return read;
  }

  /** The next page as a <a href="https://www.rfc-editor.org/rfc/rfc8288">Link</a> header says it. */
  public static String link(UriInfo uri, String cursor) {
    var next = uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
    return "<%s?%s>; rel=\"next\"".formatted(next.getRawPath(), next.getRawQuery());
  }

  private static String decode(String cursor) {
    if (cursor.length() > LONGEST) {
      throw damaged();
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(cursor);
      return StandardCharsets.US_ASCII.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw damaged();
    }
  }

  private static <T> T position(String text, Function<String, T> position) {
    try {
      return position.apply(text);
    } catch (IllegalArgumentException e) {
      throw damaged();
    }
  }

  private static Problem damaged() {
    return unfit("The cursor is not one of ours, or was changed: send the one that came with the page before, or leave it out to begin anew.");
  }

  private static Problem unfit(String why) {
    return Problem.of(400, "invalid-cursor", why);
  }

  /** Records name their fields and values when they are turned into text, so different queries have different marks. */
  private static String mark(String of) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
