package dev.tradewind.localcloud.kinesis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A record in a file: length of the rest, arrival, length of the key, key, data. */
final class Frame {

  static final int LENGTH_BYTES = Integer.BYTES;
  static final int HEADER_BYTES = LENGTH_BYTES + Long.BYTES + Short.BYTES;

  private Frame() {}

  static byte[] of(long arrivalMillis, NewRecord written) {
    var key = written.partitionKey().getBytes(StandardCharsets.UTF_8);
    var frame = ByteBuffer.allocate(HEADER_BYTES + key.length + written.data().length);
    frame.putInt(frame.capacity() - LENGTH_BYTES).putLong(arrivalMillis).putShort((short) key.length).put(key).put(written.data());
    return frame.array();
  }

  /** Takes the frame at the buffer's position. */
  static StoredRecord read(ByteBuffer buffer, long index) {
    int end = buffer.getInt() + buffer.position();
    long arrival = buffer.getLong();
    var key = new byte[buffer.getShort()];
    buffer.get(key);
    var data = new byte[end - buffer.position()];
    buffer.get(data);
    return new StoredRecord(index, arrival, new String(key, StandardCharsets.UTF_8), data);
  }
}
