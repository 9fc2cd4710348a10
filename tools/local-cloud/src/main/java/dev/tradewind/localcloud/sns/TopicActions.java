package dev.tradewind.localcloud.sns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Topics: create, delete, list, describe. */
final class TopicActions {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  private final Registry registry;

  TopicActions(Registry registry) {
    this.registry = registry;
  }

  Map<String, Action> byName() {
    return Map.of(
        "CreateTopic", now(this::create),
        "DeleteTopic", now(this::delete),
        "ListTopics", now(this::list),
        "GetTopicAttributes", now(this::describe));
  }

  static Action now(Function<Form, Xml> action) {
    return form -> CompletableFuture.completedFuture(action.apply(form));
  }

  private Xml create(Form form) {
    var name = form.required("Name");
    if (name.endsWith(".fifo")) {
      throw SnsException.invalidParameter("Topic Name Reason: FIFO topics are not available here");
    }
    if (!NAME.matcher(name).matches()) {
      throw SnsException.invalidParameter("Topic Name");
    }
    return new Xml().element("TopicArn", registry.createTopic(name, form.map("Attributes")).arn());
  }

  private Xml delete(Form form) {
    registry.deleteTopic(Arn.checked("TopicArn", form.required("TopicArn")));
    return new Xml();
  }

  private Xml list(Form form) {
    return Page.of(registry.topics(), Topic::arn, form.optional("NextToken"))
        .toXml("Topics", topic -> new Xml().element("TopicArn", topic.arn()));
  }

  private Xml describe(Form form) {
    var topic = registry.topic(Arn.checked("TopicArn", form.required("TopicArn")));
    var attributes = new LinkedHashMap<>(topic.attributes());
    attributes.put("TopicArn", topic.arn());
    attributes.put("Owner", Arn.ACCOUNT);
    attributes.putIfAbsent("DisplayName", "");
    attributes.put("SubscriptionsConfirmed", Integer.toString(registry.subscriptionsOf(topic.arn()).size()));
    attributes.put("SubscriptionsPending", "0");
    attributes.put("SubscriptionsDeleted", "0");
    return new Xml().map("Attributes", attributes);
  }
}
