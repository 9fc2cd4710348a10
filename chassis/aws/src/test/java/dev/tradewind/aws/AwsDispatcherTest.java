package dev.tradewind.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.aws.Parcels.Carried;
import dev.tradewind.aws.Parcels.Carry;
import dev.tradewind.core.Command;
import dev.tradewind.core.Message;
import dev.tradewind.core.wire.Json;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

class AwsDispatcherTest {

  private final FaultyProxy proxy = new FaultyProxy(LocalCloud.endpoint());
  private final Cloud cloud = new Cloud(proxy.endpoint());
  private final String prefix = Cloud.unique("t") + "-";
  private final AwsDispatcher dispatcher = dispatcher(Duration.ofMillis(5));

  @BeforeEach
  void create() {
    cloud.create(prefix + "carrier-commands");
    cloud.create(prefix + "depot-commands");
  }

  @AfterEach
  void stop() {
    cloud.close();
    proxy.close();
  }

  @Test
  void nothing_to_send_completes_at_once() {
    dispatcher.dispatch(List.of()).subscribe().withSubscriber(UniAssertSubscriber.create()).assertCompleted();

    assertThat(proxy.operations()).doesNotContain("SendMessageBatch", "PublishBatch", "GetQueueUrl");
  }

  @Test
  void a_command_goes_to_the_queue_of_the_service_it_asks() {
    var message = Parcels.now("parcel/p-1/1/0", new Carry("tea"));

    send(message);

    var sent = take("carrier-commands", 1).getFirst();
    assertThat(Parcels.CODEC.read(sent.body())).isEqualTo(message);
    assertThat(text(sent.messageAttributes())).isEqualTo(Map.of("type", "tradewind.carrier.Carry.v1", "correlationid", "o-1"));
  }

  @Test
  void an_event_goes_to_the_topic_of_the_service_that_tells_it() {
    var topic = cloud.sns.createTopic(request -> request.name(prefix + "depot")).join().topicArn();
    cloud.create(prefix + "listener");
    cloud.sns.subscribe(request -> request.topicArn(topic).protocol("sqs").endpoint(arn(prefix + "listener"))
        .attributes(Map.of("RawMessageDelivery", "true"))).join();
    var message = Parcels.now("parcel/p-1/1/0", new Carried("tea"));

    send(message);

    var told = take("listener", 1).getFirst();
    assertThat(Parcels.CODEC.read(told.body())).isEqualTo(message);
    assertThat(text(told.messageAttributes())).isEqualTo(Map.of("type", "tradewind.depot.Carried.v1", "correlationid", "o-1"));
  }

  @Test
  void a_deadline_goes_to_the_senders_own_queue_and_comes_when_it_is_due() {
    send(Parcels.due("later", Parcels.NOW.plusMillis(1_200)), Parcels.due("overdue", Parcels.NOW.minusSeconds(60)));

    assertThat(take("depot-commands", 2)).extracting(this::id).containsExactly("overdue", "later");
  }

  @Test
  void a_deadline_is_delayed_in_whole_seconds_rounded_up_and_15_minutes_at_most() {
    var delays = new ArrayList<String>();
    for (var wait : List.of(Duration.ofMillis(-5), Duration.ZERO, Duration.ofMillis(1), Duration.ofSeconds(20), Duration.ofMillis(20_001), Duration.ofDays(400))) {
      proxy.watchNext("SendMessageBatch", body -> delays.add(body.replaceAll("(?s).*\"DelaySeconds\":(\\d+).*", "$1")));
      send(Parcels.due("d", Parcels.NOW.plus(wait)));
    }

    assertThat(delays).containsExactly("0", "0", "1", "20", "21", "900");
  }

  @Test
  void concurrent_callers_share_requests() {
    send(IntStream.range(0, 100).mapToObj(i -> Parcels.now("m-" + i, new Carry("tea"))).toArray(Message[]::new));

    assertThat(proxy.count("SendMessageBatch")).isBetween(10L, 50L);
    assertThat(cloud.size(prefix + "carrier-commands")).isEqualTo(100);
  }

  @Test
  void a_queue_is_looked_up_once() {
    IntStream.range(0, 5).forEach(i -> send(Parcels.now("m-" + i, new Carry("tea"))));

    assertThat(proxy.count("GetQueueUrl")).isEqualTo(1);
  }

  @Test
  void a_queue_that_does_not_exist_yet_is_looked_up_again() {
    var name = Cloud.unique("early");
    var patient = new AwsDispatcher(options(name, Duration.ZERO), Parcels.TYPES, Parcels.CODEC, InstantSource.fixed(Parcels.NOW), cloud.sqs, cloud.sns);
    assertThatThrownBy(() -> sent(patient.dispatch(List.of(Parcels.now("m", new Carry("tea")))))).isInstanceOf(QueueDoesNotExistException.class);

    cloud.create(name + "carrier-commands");
    sent(patient.dispatch(List.of(Parcels.now("m", new Carry("tea")))));

    assertThat(cloud.size(name + "carrier-commands")).isEqualTo(1);
  }

  @Test
  void a_topic_that_does_not_exist_fails_the_dispatch() {
    assertThatThrownBy(() -> send(Parcels.now("m", new Carried("tea")))).isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_message_that_is_refused_is_sent_again_and_the_others_are_not() {
    proxy.changeNextAnswer("SendMessageBatch", answer -> refused(answer, "0", false));

    send(Parcels.now("a", new Carry("tea")), Parcels.now("b", new Carry("tea")), Parcels.now("c", new Carry("tea")));

    assertThat(take("carrier-commands", 4)).extracting(this::id).containsExactlyInAnyOrder("a", "a", "b", "c");
  }

  @Test
  void a_message_that_is_refused_for_good_fails_the_dispatch() {
    proxy.changeNextAnswer("SendMessageBatch", answer -> refused(answer, "0", true));

    assertThatThrownBy(() -> send(Parcels.now("a", new Carry("tea")))).isInstanceOf(EntryRefused.class).hasMessageContaining("InternalError");
  }

  @Test
  void without_a_service_the_dispatch_fails() {
    send(Parcels.now("a", new Carry("tea")));
    proxy.down();

    assertThatThrownBy(() -> send(Parcels.now("b", new Carry("tea")))).isInstanceOf(SdkClientException.class);
  }

  @Test
  void a_command_nobody_handles_fails_the_dispatch_with_its_name() {
    assertThatThrownBy(() -> send(Parcels.now("a", new Unlisted()))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Unlisted");
  }

  private record Unlisted() implements Command {}

  private AwsDispatcher dispatcher(Duration linger) {
    return new AwsDispatcher(options(prefix, linger), Parcels.TYPES, Parcels.CODEC, InstantSource.fixed(Parcels.NOW), cloud.sqs, cloud.sns);
  }

  private static AwsDispatcher.Options options(String prefix, Duration linger) {
    return new AwsDispatcher.Options("depot", prefix, "us-east-1", "000000000000", linger);
  }

  private void send(Message... messages) {
    sent(dispatcher.dispatch(List.of(messages)));
  }

  private static void sent(Uni<Void> dispatch) {
    dispatch.await().atMost(Duration.ofSeconds(20));
  }

  private List<software.amazon.awssdk.services.sqs.model.Message> take(String queue, int number) {
    var taken = new ArrayList<software.amazon.awssdk.services.sqs.model.Message>();
    await().atMost(Duration.ofSeconds(60)).until(() -> taken.addAll(cloud.take(prefix + queue)) && taken.size() >= number);
    return taken;
  }

  private String id(software.amazon.awssdk.services.sqs.model.Message taken) {
    return Parcels.CODEC.read(taken.body()).id();
  }

  private static Map<String, String> text(Map<String, MessageAttributeValue> attributes) {
    var text = new HashMap<String, String>();
    attributes.forEach((name, value) -> text.put(name, value.stringValue()));
    return text;
  }

  private static String arn(String queue) {
    return "arn:aws:sqs:us-east-1:000000000000:" + queue;
  }

  /** Turns the success of one entry into its refusal. */
  private static String refused(String answer, String id, boolean senderFault) {
    try {
      var json = Json.mapper();
      var root = (ObjectNode) json.readTree(answer);
      var accepted = root.withArray("Successful").elements();
      while (accepted.hasNext()) {
        if (accepted.next().path("Id").asText().equals(id)) {
          accepted.remove();
        }
      }
      root.withArray("Failed").addObject().put("Id", id).put("SenderFault", senderFault).put("Code", "InternalError");
      return json.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
