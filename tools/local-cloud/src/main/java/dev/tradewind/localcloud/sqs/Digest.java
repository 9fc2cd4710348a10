package dev.tradewind.localcloud.sqs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The checksums that SDKs verify, as the SQS developer guide defines them. */
final class Digest {

  private static final int TEXT = 1;
  private static final int BYTES = 2;

  private Digest() {}

  static String ofBody(String body) {
    return md5(body.getBytes(StandardCharsets.UTF_8));
  }

  static String ofAttributes(Map<String, MessageAttribute> attributes) {
    var encoded = new ByteArrayOutputStream();
    new TreeMap<>(attributes).forEach((name, attribute) -> {
      append(encoded, name.getBytes(StandardCharsets.UTF_8));
      append(encoded, attribute.dataType().getBytes(StandardCharsets.UTF_8));
      boolean binary = attribute.kind().equals("Binary");
      encoded.write(binary ? BYTES : TEXT);
      append(encoded, binary
          ? Base64.getDecoder().decode(attribute.value())
          : attribute.value().getBytes(StandardCharsets.UTF_8));
    });
    return md5(encoded.toByteArray());
  }

  private static void append(ByteArrayOutputStream encoded, byte[] bytes) {
    encoded.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    encoded.writeBytes(bytes);
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }
}
