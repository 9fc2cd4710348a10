package dev.tradewind.localcloud.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * How parameters and answers are written. The SDK for Java speaks CBOR to Kinesis, others JSON; the two differ in bytes (raw or
 * Base64) and in timestamps (milliseconds or seconds).
 */
enum Encoding {
  JSON(new ObjectMapper(), "application/x-amz-json-1.1"),
  CBOR(new ObjectMapper(new CBORFactory()), "application/x-amz-cbor-1.1");

  private static final int MILLIS_DIGITS = 3;

  private final ObjectMapper mapper;
  private final String contentType;

  Encoding(ObjectMapper mapper, String contentType) {
    this.mapper = mapper;
    this.contentType = contentType;
  }

  /** What the caller says it speaks; JSON when it says nothing. */
  static Encoding ofContentType(String contentType) {
    return contentType != null && contentType.startsWith(CBOR.contentType) ? CBOR : JSON;
  }

  String contentType() {
    return contentType;
  }

  /** @throws KinesisException when the bytes are not an object in this encoding */
  JsonNode read(byte[] body) {
    try {
      var read = mapper.readTree(body);
      if (read.isObject()) {
        return read;
      }
      throw KinesisException.of("SerializationException", "The body must be one object in " + name() + ", and is " + read.getNodeType());
    } catch (IOException e) {
      throw KinesisException.of("SerializationException", "The body is not " + name() + ": " + e.getMessage());
    }
  }

  byte[] write(JsonNode answer) throws IOException {
    return mapper.writeValueAsBytes(answer);
  }

  JsonNode timestamp(Instant instant) {
    long millis = instant.toEpochMilli();
    return this == CBOR ? LongNode.valueOf(millis) : DecimalNode.valueOf(BigDecimal.valueOf(millis, MILLIS_DIGITS));
  }

  Instant instant(JsonNode timestamp) {
    return Instant.ofEpochMilli(this == CBOR
        ? timestamp.longValue()
        : timestamp.decimalValue().movePointRight(MILLIS_DIGITS).longValue());
  }
}
