package dev.tradewind.localcloud.sns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Publishing, alone and in batches. Answered when the messages are in the queues. */
final class PublishActions {

  private static final Pattern ENTRY_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");
  private static final int MOST_ENTRIES = 10;

  private final Registry registry;
  private final FanOut fanOut;

  PublishActions(Registry registry, FanOut fanOut) {
    this.registry = registry;
    this.fanOut = fanOut;
  }

  Map<String, Action> byName() {
    return Map.of("Publish", this::publish, "PublishBatch", this::publishBatch);
  }

  private CompletionStage<Xml> publish(Form form) {
    var topicArn = form.optional("TopicArn").or(() -> form.optional("TargetArn")).orElseThrow(() ->
        SnsException.invalidParameter("TopicArn or TargetArn Reason: no value for required parameter"));
    var publication = Publication.from(form);
    if (Publication.bytes(form) > Publication.LARGEST_BYTES) {
      throw SnsException.invalidParameter("Message too long");
    }
    return deliver(topicArn, List.of(publication))
        .thenApply(done -> new Xml().element("MessageId", publication.messageId()));
  }

  private CompletionStage<Xml> publishBatch(Form form) {
    var entries = form.parts("PublishBatchRequestEntries.member", "Id");
    requireBatch(entries);
    var topicArn = form.required("TopicArn");
    registry.topic(Arn.checked("TopicArn", topicArn));
    var accepted = new ArrayList<Publication>();
    var successful = new Xml();
    var failed = new Xml();
    for (var entry : entries) {
      try {
        var publication = Publication.from(entry);
        accepted.add(publication);
        successful.open("member")
            .element("Id", entry.required("Id")).element("MessageId", publication.messageId()).close("member");
      } catch (SnsException refusal) {
        failed.open("member")
            .element("Id", entry.required("Id")).element("Code", refusal.code())
            .element("Message", refusal.getMessage()).element("SenderFault", "true").close("member");
      }
    }
    return deliver(topicArn, accepted).thenApply(done -> new Xml()
        .open("Successful").add(successful).close("Successful")
        .open("Failed").add(failed).close("Failed"));
  }

  private CompletionStage<Void> deliver(String topicArn, List<Publication> publications) {
    var topic = registry.topic(Arn.checked("TopicArn", topicArn));
    return fanOut.deliver(publications, registry.subscriptionsOf(topic.arn()));
  }

  /** What makes SNS refuse a batch as a whole. */
  private static void requireBatch(List<Form> entries) {
    if (entries.isEmpty()) {
      throw SnsException.badRequest("EmptyBatchRequest", "The batch request doesn't contain any entries.");
    }
    if (entries.size() > MOST_ENTRIES) {
      throw SnsException.badRequest("TooManyEntriesInBatchRequest",
          "The batch request contains more entries than permissible: 10 at most, not " + entries.size() + ".");
    }
    var ids = new HashSet<String>();
    for (var entry : entries) {
      var id = entry.required("Id");
      if (!ENTRY_ID.matcher(id).matches()) {
        throw SnsException.badRequest("InvalidBatchEntryId",
            "The Id of a batch entry in a batch request doesn't abide by the specification: " + id);
      }
      if (!ids.add(id)) {
        throw SnsException.badRequest("BatchEntryIdsNotDistinct",
            "Two or more batch entries in the request have the same Id: " + id);
      }
    }
    if (entries.stream().mapToInt(Publication::bytes).sum() > Publication.LARGEST_BYTES) {
      throw SnsException.badRequest("BatchRequestTooLong",
          "The length of all the batch messages put together is more than the limit of 262144 bytes.");
    }
  }
}
