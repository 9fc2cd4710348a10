package dev.tradewind.chaos.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** What goes back to a client. */
record Answer(int status, MultiMap headers, Buffer body) {

  private static final int OK = 200;

  static Answer of(int status, String contentType, String body) {
    return new Answer(status, MultiMap.caseInsensitiveMultiMap().add("Content-Type", contentType), Buffer.buffer(body));
  }

  Answer with(String header, String value) {
    headers.set(header, value);
    return this;
  }

  /** The same with another body; a checksum would be of the old one. */
  Answer withBody(Buffer other) {
    MultiMap changed = MultiMap.caseInsensitiveMultiMap().addAll(headers).remove("Content-Length").remove("x-amz-crc32");
    return new Answer(status, changed, other);
  }

  boolean isOk() {
    return status == OK;
  }
}
