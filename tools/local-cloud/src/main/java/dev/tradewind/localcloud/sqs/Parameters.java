package dev.tradewind.localcloud.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The parameters of a call in the JSON protocol, or of one entry of its batch. */
record Parameters(JsonNode json) {

  private static final Pattern ENTRY_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");
  private static final int MOST_ENTRIES = 10;

  Optional<String> text(String name) {
    return json.path(name).isTextual() ? Optional.of(json.get(name).textValue()) : Optional.empty();
  }

  /** @throws SqsException naming the parameter when it is absent or empty */
  String required(String name) {
    return text(name).filter(text -> !text.isEmpty()).orElseThrow(() -> SqsException.missing(name));
  }

  /** @throws SqsException when there is a number and it is out of range */
  Optional<Long> number(String name, long least, long most) {
    if (!json.path(name).isNumber()) {
      return Optional.empty();
    }
    long value = json.get(name).longValue();
    if (value < least || value > most) {
      throw SqsException.outOfRange(name, value, least, most);
    }
    return Optional.of(value);
  }

  Optional<Duration> seconds(String name, long most) {
    return number(name, 0, most).map(Duration::ofSeconds);
  }

  Set<String> texts(String name) {
    var texts = new HashSet<String>();
    json.path(name).forEach(element -> texts.add(element.asText()));
    return texts;
  }

  /** The entries of a batch, when it is one that SQS takes as a whole. */
  List<Parameters> entries() {
    var entries = StreamSupport.stream(json.path("Entries").spliterator(), false).map(Parameters::new).toList();
    if (entries.isEmpty()) {
      throw SqsException.ofBatch("EmptyBatchRequest", "There should be at least one entry in the request.");
    }
    if (entries.size() > MOST_ENTRIES) {
      throw SqsException.ofBatch("TooManyEntriesInBatchRequest",
          "Maximum number of entries per request are 10. You have sent " + entries.size() + ".");
    }
    var ids = new HashSet<String>();
    for (var entry : entries) {
      var id = entry.required("Id");
      if (!ENTRY_ID.matcher(id).matches()) {
        throw SqsException.ofBatch("InvalidBatchEntryId", "A batch entry id can only contain alphanumeric characters, "
            + "hyphens and underscores. It can be at most 80 letters long.");
      }
      if (!ids.add(id)) {
        throw SqsException.ofBatch("BatchEntryIdsNotDistinct", "Id " + id + " repeated.");
      }
    }
    return entries;
  }
}
