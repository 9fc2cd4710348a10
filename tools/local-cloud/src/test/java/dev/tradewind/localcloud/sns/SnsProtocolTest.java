package dev.tradewind.localcloud.sns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.localcloud.Endpoint;
import dev.tradewind.localcloud.RunningCloud;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RunningCloud.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SnsProtocolTest {

  private static final String ACCOUNT = "arn:aws:sns:us-east-1:000000000000:";
  private static final String RAW_KEY = "Attributes.entry.1.key=RawMessageDelivery";

  private static String unique(String name) {
    return name + "-" + UUID.randomUUID();
  }

  private static String createTopic(Endpoint endpoint) {
    var name = unique("topic");
    endpoint.sns("CreateTopic", "Name=" + name);
    return ACCOUNT + name;
  }

  private static String subscribe(Endpoint endpoint, String topic, String queueUrl, String... attributes) {
    var parameters = new ArrayList<>(List.of("TopicArn=" + topic, "Protocol=sqs",
        "Endpoint=arn:aws:sqs:us-east-1:000000000000:" + queueUrl.substring(queueUrl.lastIndexOf('/') + 1)));
    parameters.addAll(List.of(attributes));
    return only(endpoint.sns("Subscribe", parameters.toArray(String[]::new)).body(), "SubscriptionArn");
  }

  private static String only(String xml, String element) {
    var matcher = Pattern.compile("<" + element + ">(.*?)</" + element + ">").matcher(xml);
    assertThat(matcher.find()).as(element + " in " + xml).isTrue();
    return matcher.group(1);
  }

  private static List<String> all(String xml, String element) {
    return Pattern.compile("<" + element + ">(.*?)</" + element + ">").matcher(xml).results()
        .map(match -> match.group(1)).toList();
  }

  @Test
  void an_answer_is_wrapped_in_the_action_and_carries_a_request_id(Endpoint endpoint) {
    var answer = endpoint.sns("CreateTopic", "Name=wrapped");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).matches("<CreateTopicResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">"
        + "<CreateTopicResult><TopicArn>" + ACCOUNT + "wrapped</TopicArn></CreateTopicResult>"
        + "<ResponseMetadata><RequestId>[0-9a-f-]{36}</RequestId></ResponseMetadata></CreateTopicResponse>");
  }

  @ParameterizedTest(name = "{0} {1} {2} is {4}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      CreateTopic               | Name=no spaces                | x=                  | 400 | InvalidParameter | Topic Name
      CreateTopic               | Name=orders.fifo              | x=                  | 400 | InvalidParameter | FIFO
      CreateTopic               | x=                            | x=                  | 400 | ValidationError  | 'name'
      GetTopicAttributes        | TopicArn=nonsense             | x=                  | 400 | InvalidParameter | at least 6 elements
      GetTopicAttributes        | TopicArn=arn:aws:sns:us-east-1:000000000000:none | x= | 404 | NotFound     | Topic does not exist
      ListSubscriptionsByTopic  | TopicArn=arn:aws:sns:us-east-1:000000000000:none | x= | 404 | NotFound     | Topic
      Publish                   | TopicArn=arn:aws:sns:us-east-1:000000000000:none | Message=a | 404 | NotFound | Topic
      Publish                   | Message=a                     | x=                  | 400 | InvalidParameter | TopicArn or TargetArn
      Publish                   | TopicArn=nonsense             | Message=a           | 400 | InvalidParameter | at least 6 elements
      GetSubscriptionAttributes | SubscriptionArn=arn:aws:sns:us-east-1:000000000000:none:x | x= | 404 | NotFound | Subscription
      NoSuchAction              | x=                            | x=                  | 400 | InvalidAction    | NoSuchAction
      """)
  void what_is_refused_says_why(
      String action, String one, String other, int status, String code, String message, Endpoint endpoint) {
    var answer = endpoint.sns(action, one, other);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(only(answer.body(), "Code")).isEqualTo(code);
    assertThat(only(answer.body(), "Message")).contains(message);
    assertThat(only(answer.body(), "Type")).isEqualTo("Sender");
  }

  @ParameterizedTest(name = "{0} is refused as {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      Message=                                       | InvalidParameter      | Empty message
      Subject=                                       | InvalidParameter      | Subject
      MessageStructure=xml                           | InvalidParameter      | Message Structure
      MessageStructure=json                          | InvalidParameter      | failed to parse
      MessageAttributes.entry.1.Value.DataType=Date  | ParameterValueInvalid | supported type prefixes
      MessageAttributes.entry.1.Value.StringValue=   | ParameterValueInvalid | non-empty
      MessageAttributes.entry.1.Value.DataType=Number| ParameterValueInvalid | number
      MessageAttributes.entry.1.Name=a b             | ParameterValueInvalid | name
      MessageAttributes.entry.1.Name=AWS.x           | ParameterValueInvalid | name
      """)
  void a_message_that_cannot_be_published_is_refused(String change, String code, String reason, Endpoint endpoint) {
    var changed = change.substring(0, change.indexOf('=') + 1);
    var parameters = new ArrayList<>(List.of("TopicArn=" + createTopic(endpoint), "Message=body",
        "MessageAttributes.entry.1.Name=type", "MessageAttributes.entry.1.Value.DataType=String",
        "MessageAttributes.entry.1.Value.StringValue=text"));
    parameters.removeIf(parameter -> parameter.startsWith(changed));
    parameters.add(change);
    var answer = endpoint.sns("Publish", parameters.toArray(String[]::new));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(only(answer.body(), "Code")).isEqualTo(code);
    assertThat(only(answer.body(), "Message")).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({"https,https://example.com", "email,a@example.com", "lambda,arn:aws:lambda:us-east-1:000000000000:function:f"})
  void only_queues_can_be_subscribed(String protocol, String to, Endpoint endpoint) {
    var answer = endpoint.sns("Subscribe", "TopicArn=" + createTopic(endpoint), "Protocol=" + protocol, "Endpoint=" + to);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("InvalidParameter", "only sqs", protocol);
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1/queue", "arn:aws:sns:us-east-1:000000000000:queue", "arn:aws:sqs:us-east-1:000000000000:queue.fifo"})
  void an_endpoint_that_is_no_standard_queue_is_refused(String to, Endpoint endpoint) {
    var answer = endpoint.sns("Subscribe", "TopicArn=" + createTopic(endpoint), "Protocol=sqs", "Endpoint=" + to);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(only(answer.body(), "Code")).isEqualTo("InvalidParameter");
  }

  @Test
  void a_topic_with_the_same_name_and_other_attributes_is_refused(Endpoint endpoint) {
    var name = unique("topic");
    endpoint.sns("CreateTopic", "Name=" + name, "Attributes.entry.1.key=DisplayName", "Attributes.entry.1.value=One");
    var again = endpoint.sns("CreateTopic", "Name=" + name, "Attributes.entry.1.key=DisplayName", "Attributes.entry.1.value=One");
    var other = endpoint.sns("CreateTopic", "Name=" + name, "Attributes.entry.1.key=DisplayName", "Attributes.entry.1.value=Two");
    assertThat(again.status()).isEqualTo(200);
    assertThat(only(other.body(), "Message")).contains("already exists with different attributes");
    assertThat(endpoint.sns("GetTopicAttributes", "TopicArn=" + ACCOUNT + name).body())
        .contains("<entry><key>DisplayName</key><value>One</value></entry>");
  }

  @Test
  void lists_come_in_pages_of_a_hundred(Endpoint endpoint) {
    var topic = createTopic(endpoint);
    var arns = IntStream.range(0, 130).mapToObj(i -> subscribe(endpoint, topic, "/queue-" + i)).sorted().toList();
    var first = endpoint.sns("ListSubscriptionsByTopic", "TopicArn=" + topic).body();
    var second = endpoint.sns("ListSubscriptionsByTopic", "TopicArn=" + topic, "NextToken=" + only(first, "NextToken")).body();
    assertThat(all(first, "SubscriptionArn")).isEqualTo(arns.subList(0, 100));
    assertThat(all(second, "SubscriptionArn")).isEqualTo(arns.subList(100, 130));
    assertThat(second).doesNotContain("NextToken");
  }

  @Test
  void deleting_a_topic_ends_its_subscriptions_and_no_others(Endpoint endpoint) {
    var topic = createTopic(endpoint);
    var other = ACCOUNT + topic.substring(ACCOUNT.length()) + "-longer";
    endpoint.sns("CreateTopic", "Name=" + other.substring(ACCOUNT.length()));
    var ended = subscribe(endpoint, topic, "/one");
    var kept = subscribe(endpoint, other, "/one");
    assertThat(all(endpoint.sns("ListSubscriptionsByTopic", "TopicArn=" + topic).body(), "SubscriptionArn")).containsExactly(ended);
    endpoint.sns("DeleteTopic", "TopicArn=" + topic);
    assertThat(endpoint.sns("GetSubscriptionAttributes", "SubscriptionArn=" + ended).status()).isEqualTo(404);
    assertThat(endpoint.sns("GetSubscriptionAttributes", "SubscriptionArn=" + kept).status()).isEqualTo(200);
  }

  @Test
  void a_filter_takes_effect_and_is_lifted_by_an_empty_one(Endpoint endpoint) {
    var topic = createTopic(endpoint);
    var queue = endpoint.createQueue(unique("queue"));
    var subscription = subscribe(endpoint, topic, queue, RAW_KEY, "Attributes.entry.1.value=true");
    endpoint.sns("SetSubscriptionAttributes", "SubscriptionArn=" + subscription,
        "AttributeName=FilterPolicy", "AttributeValue={\"type\":[\"a\"]}");
    endpoint.sns("Publish", "TopicArn=" + topic, "Message=one");
    endpoint.sns("SetSubscriptionAttributes", "SubscriptionArn=" + subscription, "AttributeName=FilterPolicy", "AttributeValue={}");
    endpoint.sns("Publish", "TopicArn=" + topic, "Message=two");
    assertThat(endpoint.receive(queue)).contains("\"Body\":\"two\"").doesNotContain("\"Body\":\"one\"");
    assertThat(endpoint.sns("GetSubscriptionAttributes", "SubscriptionArn=" + subscription).body()).doesNotContain("FilterPolicy");
  }

  @Test
  void a_policy_that_the_new_scope_does_not_allow_keeps_the_old_scope(Endpoint endpoint) {
    var subscription = subscribe(endpoint, createTopic(endpoint), "/queue",
        "Attributes.entry.1.key=FilterPolicy", "Attributes.entry.1.value={\"a\":{\"b\":[1]}}",
        "Attributes.entry.2.key=FilterPolicyScope", "Attributes.entry.2.value=MessageBody");
    var answer = endpoint.sns("SetSubscriptionAttributes", "SubscriptionArn=" + subscription,
        "AttributeName=FilterPolicyScope", "AttributeValue=MessageAttributes");
    assertThat(only(answer.body(), "Message")).contains("nested");
    assertThat(endpoint.sns("GetSubscriptionAttributes", "SubscriptionArn=" + subscription).body())
        .contains("<value>MessageBody</value>");
  }

  @Test
  void a_batch_tells_the_entries_apart(Endpoint endpoint) {
    var topic = createTopic(endpoint);
    var queue = endpoint.createQueue(unique("queue"));
    subscribe(endpoint, topic, queue, RAW_KEY, "Attributes.entry.1.value=true");
    var answer = endpoint.sns("PublishBatch", "TopicArn=" + topic,
        "PublishBatchRequestEntries.member.1.Id=first", "PublishBatchRequestEntries.member.1.Message=<a> & b",
        "PublishBatchRequestEntries.member.2.Id=second", "PublishBatchRequestEntries.member.2.Message=",
        "PublishBatchRequestEntries.member.3.Id=third", "PublishBatchRequestEntries.member.3.Message=c");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(all(only(answer.body(), "Successful"), "Id")).containsExactly("first", "third");
    assertThat(all(only(answer.body(), "Failed"), "Id")).containsExactly("second");
    assertThat(only(answer.body(), "Failed")).contains("<Code>InvalidParameter</Code>", "<SenderFault>true</SenderFault>");
    assertThat(endpoint.receive(queue)).contains("\"Body\":\"<a> & b\"", "\"Body\":\"c\"");
  }

  @Test
  void text_that_means_something_in_XML_comes_back_as_it_was(Endpoint endpoint) {
    var policy = "{\"type\":[\"<a> & \\\"b\\\"\"]}";
    var subscription = subscribe(endpoint, createTopic(endpoint), "/queue",
        "Attributes.entry.1.key=FilterPolicy", "Attributes.entry.1.value=" + policy);
    assertThat(endpoint.sns("GetSubscriptionAttributes", "SubscriptionArn=" + subscription).body())
        .contains("<value>{\"type\":[\"&lt;a&gt; &amp; \\\"b\\\"\"]}</value>");
  }
}
