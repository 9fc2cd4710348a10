package dev.tradewind.queries.domain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Where a list goes on, as clients carry it: opaque, and bound to the query it came with. It is checked, not signed: whoever forges one
 * reads another part of a list they may read anyway.
 */
public final class Cursor {

  /** A cursor that does not belong to the query; its message tells the client why, and what to do. */
  public static final class Unfit extends RuntimeException {

    private Unfit(String why) {
      super(why);
    }
  }

  private static final int LONGEST = 400;
  private static final int MARK_BYTES = 9;
  private static final int MARK = MARK_BYTES * 2;

  private Cursor() {}

  public static String write(OrderQuery query, Position position) {
    var text = mark(query) + mark(position) + position.text();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** @throws Unfit when it was not written here, or for another query */
  public static Position read(OrderQuery query, String cursor) {
    var text = decode(cursor);
    if (text.length() <= 2 * MARK) {
      throw damaged();
    }
    var position = position(text.substring(2 * MARK));
    if (!text.substring(MARK, 2 * MARK).equals(mark(position))) {
      throw damaged();
    }
    if (!text.startsWith(mark(query))) {
      throw new Unfit("The cursor belongs to another list: repeat the parameters it came with, or leave it out to begin anew.");
    }
    return position;
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

  private static Position position(String text) {
    try {
      return new Position(text);
    } catch (IllegalArgumentException e) {
      throw damaged();
    }
  }

  private static Unfit damaged() {
    return new Unfit("The cursor is not one of ours, or was changed: send the one that came with the page before, or leave it out to begin anew.");
  }

  /** Records name their fields and values when they are turned into text, so different queries and positions have different marks. */
  private static String mark(Record of) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(of.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
