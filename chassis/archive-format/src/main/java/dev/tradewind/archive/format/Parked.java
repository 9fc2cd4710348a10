package dev.tradewind.archive.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.core.Check;
import dev.tradewind.core.wire.Json;
import java.io.IOException;
import java.time.Instant;

/**
 * A record that could not be read, kept whole for whoever finds out why.
 *
 * @param reason what is wrong with it, without its content
 * @param shard where it stands
 * @param sequenceNumber where it stands in its shard
 * @param arrived when the log took it
 * @param partitionKey what its writer said it belongs to
 * @param data its bytes; base64 in JSON
 */
public record Parked(String reason, String shard, String sequenceNumber, Instant arrived, String partitionKey, byte[] data) {

  private static final ObjectMapper JSON = Json.mapper();

  public Parked {
    Check.notBlank(reason, "reason");
    Check.notBlank(shard, "shard");
    Check.notBlank(sequenceNumber, "sequenceNumber");
    Check.notNull(arrived, "arrived");
    Check.notNull(partitionKey, "partitionKey");
    Check.notNull(data, "data");
  }

  /** The object's name. */
  public String key() {
    return ArchiveKey.parked(arrived, shard, sequenceNumber);
  }

  public byte[] json() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the parked record " + key(), e);
    }
  }

  /** @throws DamagedArchive when it is no parked record */
  public static Parked read(String key, byte[] json) {
    try {
      return JSON.readValue(json, Parked.class);
    } catch (IOException e) {
      throw new DamagedArchive(key + " is no parked record: bring back an older version of the object", e);
    }
  }
}
