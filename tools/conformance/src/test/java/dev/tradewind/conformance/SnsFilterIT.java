package dev.tradewind.conformance;

import static dev.tradewind.conformance.Topic.attribute;
import static dev.tradewind.conformance.Topic.filtered;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

@ConformanceTest
class SnsFilterIT {

  private static final Map<String, MessageAttributeValue> NO_ATTRIBUTES = Map.of();

  /** The last publish always passes: that nothing else is there before it shows what was kept out. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
      {"type":["in","other"]}                       | String       | in          | String       | out
      {"type":[{"prefix":"tradewind."}]}            | String       | tradewind.A | String       | other.A
      {"type":[{"suffix":".v1"}]}                   | String       | A.v1        | String       | A.v2
      {"type":[{"anything-but":["out"]}]}           | String       | in          | String       | out
      {"type":[{"anything-but":{"prefix":"out"}}]}  | String       | in          | String       | outside
      {"type":[{"equals-ignore-case":"in"}]}        | String       | IN          | String       | inn
      {"type":[42]}                                 | Number       | 42          | Number       | 43
      {"type":[{"numeric":[">=",1,"<",10]}]}        | Number       | 9.99        | Number       | 10
      {"type":[{"numeric":["=",5]}]}                | Number       | 5.0         | String       | 5
      {"type":["b"]}                                | String.Array | ["a","b"]   | String.Array | ["a","c"]
      """)
  void attributes_decide_who_receives(
      String policy, String inType, String inValue, String outType, String outValue, Cloud cloud) {
    var topic = cloud.topic();
    var queue = cloud.queue();
    topic.subscribe(queue, filtered("MessageAttributes", policy));
    topic.publish("kept out", Map.of("type", attribute(outType, outValue)));
    topic.publish("no attribute", NO_ATTRIBUTES);
    topic.publish("let in", Map.of("type", attribute(inType, inValue)));
    assertThat(queue.takeOne().body()).isEqualTo("let in");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
      {"type":["in"]}                                      | {"type":"in"}                  | {"type":"out"}
      {"type":["in"]}                                      | {"type":["x","in"]}            | {"other":"in"}
      {"order":{"total":[{"numeric":[">",100]}]}}          | {"order":{"total":101}}        | {"order":{"total":100}}
      {"order":{"lines":{"sku":["A"]}}}                    | {"order":{"lines":[{"sku":"B"},{"sku":"A"}]}} | {"order":{"lines":[{"sku":"B"}]}}
      {"vip":[true]}                                       | {"vip":true}                   | {"vip":"true"}
      {"coupon":[{"exists":false}]}                        | {"other":1}                    | {"coupon":"x"}
      {"$or":[{"a":["1"]},{"b":["2"]}]}                    | {"b":"2"}                      | {"a":"2","b":"1"}
      {"type":["in"]}                                      | {"type":"in"}                  | not json
      """)
  void the_body_decides_who_receives(String policy, String in, String out, Cloud cloud) {
    var topic = cloud.topic();
    var queue = cloud.queue();
    topic.subscribe(queue, filtered("MessageBody", policy));
    topic.publish(out, NO_ATTRIBUTES);
    topic.publish(in, NO_ATTRIBUTES);
    assertThat(queue.takeOne().body()).isEqualTo(in);
  }

  @Test
  void every_key_of_a_policy_must_be_satisfied(Cloud cloud) {
    var topic = cloud.topic();
    var queue = cloud.queue();
    topic.subscribe(queue, filtered("MessageAttributes", "{\"type\":[\"a\"],\"state\":[\"b\"]}"));
    topic.publish("one of two", Map.of("type", attribute("String", "a")));
    topic.publish("both", Map.of("type", attribute("String", "a"), "state", attribute("String", "b")));
    assertThat(queue.takeOne().body()).isEqualTo("both");
  }

  @Test
  void an_attribute_can_be_required_to_be_absent(Cloud cloud) {
    var topic = cloud.topic();
    var queue = cloud.queue();
    topic.subscribe(queue, filtered("MessageAttributes", "{\"test\":[{\"exists\":false}]}"));
    topic.publish("a test", Map.of("test", attribute("String", "yes")));
    topic.publish("real", NO_ATTRIBUTES);
    assertThat(queue.takeOne().body()).isEqualTo("real");
  }

  @Test
  void each_subscription_filters_for_itself(Cloud cloud) {
    var topic = cloud.topic();
    var confirmed = cloud.queue();
    var all = cloud.queue();
    topic.subscribe(confirmed, filtered("MessageAttributes", "{\"type\":[\"confirmed\"]}"));
    topic.subscribe(all, Topic.RAW);
    topic.publish("first", Map.of("type", attribute("String", "accepted")));
    topic.publish("second", Map.of("type", attribute("String", "confirmed")));
    assertThat(all.take(2)).extracting(Message::body).containsExactlyInAnyOrder("first", "second");
    assertThat(confirmed.takeOne().body()).isEqualTo("second");
  }
}
