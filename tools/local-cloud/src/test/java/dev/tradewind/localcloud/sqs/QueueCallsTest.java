package dev.tradewind.localcloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.localcloud.Endpoint;
import dev.tradewind.localcloud.RunningCloud;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RunningCloud.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QueueCallsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Endpoint endpoint;
  private String name;
  private String queue;

  @BeforeEach
  void createQueue(Endpoint running) {
    endpoint = running;
    name = "queue-" + UUID.randomUUID();
    queue = endpoint.createQueue(name);
  }

  private Endpoint.Answer send(String body) {
    return endpoint.sqs("SendMessage", "{\"QueueUrl\":\"%s\",\"MessageBody\":\"%s\"}".formatted(queue, body));
  }

  private CompletableFuture<Endpoint.Answer> poll(int seconds) {
    return CompletableFuture.supplyAsync(() -> endpoint.sqs("ReceiveMessage",
        "{\"QueueUrl\":\"%s\",\"WaitTimeSeconds\":%d,\"VisibilityTimeout\":60}".formatted(queue, seconds)));
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      SendMessage             |                                               | MissingParameter
      SendMessage             | "MessageBody":""                              | MissingParameter
      SendMessage             | "MessageBody":"\\u0000"                       | InvalidMessageContents
      SendMessage             | "MessageBody":"\\ufffe"                       | InvalidMessageContents
      SendMessage             | "MessageBody":"a","DelaySeconds":901          | InvalidParameterValue
      SendMessage             | "MessageBody":"a","DelaySeconds":-1           | InvalidParameterValue
      SendMessage             | "MessageBody":"a","MessageAttributes":{"t":{"DataType":"Date","StringValue":"x"}}  | InvalidParameterValue
      SendMessage             | "MessageBody":"a","MessageAttributes":{"t":{"DataType":"String","StringValue":""}} | InvalidParameterValue
      SendMessage             | "MessageBody":"a","MessageAttributes":{"t":{"DataType":"Number","StringValue":"x"}}| InvalidParameterValue
      SendMessageBatch        | "Entries":[]                                  | EmptyBatchRequest
      SendMessageBatch        | "Entries":[{"Id":"a b","MessageBody":"a"}]    | InvalidBatchEntryId
      SendMessageBatch        | "Entries":[{"Id":"a","MessageBody":"a"},{"Id":"a","MessageBody":"a"}] | BatchEntryIdsNotDistinct
      ReceiveMessage          | "MaxNumberOfMessages":11                      | InvalidParameterValue
      ReceiveMessage          | "MaxNumberOfMessages":0                       | InvalidParameterValue
      ReceiveMessage          | "WaitTimeSeconds":21                          | InvalidParameterValue
      ReceiveMessage          | "VisibilityTimeout":43201                     | InvalidParameterValue
      DeleteMessage           |                                               | MissingParameter
      DeleteMessage           | "ReceiptHandle":"x"                           | ReceiptHandleIsInvalid
      ChangeMessageVisibility | "ReceiptHandle":"x","VisibilityTimeout":1     | ReceiptHandleIsInvalid
      ChangeMessageVisibility | "ReceiptHandle":"00000000-0000-0000-0000-000000000000#00000000-0000-0000-0000-000000000000","VisibilityTimeout":1 | InvalidParameterValue
      """)
  void what_is_refused_says_so(String operation, String parameters, String type) {
    var more = parameters == null ? "" : "," + parameters;
    var answer = endpoint.sqs(operation, "{\"QueueUrl\":\"%s\"%s}".formatted(queue, more));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"__type\":\"com.amazonaws.sqs#" + type + "\"");
  }

  @Test
  void a_body_that_is_no_JSON_is_refused() {
    assertThat(endpoint.sqs("SendMessage", "{").body()).contains("SerializationException");
  }

  @Test
  void a_message_may_have_a_MiB_and_a_batch_no_more() {
    assertThat(send("x".repeat(1_048_576)).status()).isEqualTo(200);
    assertThat(send("x".repeat(1_048_577)).body()).contains("InvalidParameterValue");
    var half = "x".repeat(524_289);
    assertThat(endpoint.sqs("SendMessageBatch", """
        {"QueueUrl":"%s","Entries":[{"Id":"a","MessageBody":"%s"},{"Id":"b","MessageBody":"%s"}]}"""
        .formatted(queue, half, half)).body()).contains("BatchRequestTooLong");
  }

  @Test
  void a_bad_entry_fails_alone() throws Exception {
    var answer = JSON.readTree(endpoint.sqs("SendMessageBatch", """
        {"QueueUrl":"%s","Entries":[{"Id":"good","MessageBody":"a"},{"Id":"late","MessageBody":"a","DelaySeconds":901},
        {"Id":"empty"}]}""".formatted(queue)).body());
    assertThat(answer.at("/Successful/0/Id").asText()).isEqualTo("good");
    assertThat(answer.get("Successful")).hasSize(1);
    assertThat(answer.at("/Failed/0/Code").asText()).isEqualTo("InvalidParameterValue");
    assertThat(answer.at("/Failed/1/Code").asText()).isEqualTo("MissingParameter");
  }

  @Test
  void those_who_wait_are_served_in_the_order_they_came() throws Exception {
    var waiting = new ArrayList<CompletableFuture<Endpoint.Answer>>();
    for (int i = 0; i < 4; i++) {
      waiting.add(poll(20));
      assertThat(poll(1).get().body()).doesNotContain("Messages");
    }
    for (var next : waiting) {
      assertThat(next).isNotDone();
      send("for the next");
      assertThat(next.get(10, TimeUnit.SECONDS).body()).contains("for the next");
    }
  }

  @Test
  void each_message_reaches_exactly_one_of_many_who_wait() {
    var polls = IntStream.range(0, 8).mapToObj(i -> poll(20)).toList();
    IntStream.range(0, 8).forEach(i -> send("message " + i));
    assertThat(polls).extracting(poll -> poll.get(10, TimeUnit.SECONDS).body())
        .extracting(body -> JSON.readTree(body).at("/Messages/0/Body").asText())
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 8).mapToObj(i -> "message " + i).toList());
  }

  @Test
  void one_who_waits_for_a_queue_that_is_deleted_is_told() throws Exception {
    var waiting = poll(20);
    assertThat(poll(1).get().body()).doesNotContain("Messages");
    endpoint.sqs("DeleteQueue", "{\"QueueUrl\":\"%s\"}".formatted(queue));
    assertThat(waiting.get(10, TimeUnit.SECONDS).body()).contains("QueueDoesNotExist");
  }

  @Test
  void a_receive_that_names_no_wait_takes_the_one_of_the_queue() throws Exception {
    endpoint.sqs("SetQueueAttributes",
        "{\"QueueUrl\":\"%s\",\"Attributes\":{\"ReceiveMessageWaitTimeSeconds\":\"20\"}}".formatted(queue));
    var waiting = CompletableFuture.supplyAsync(
        () -> endpoint.sqs("ReceiveMessage", "{\"QueueUrl\":\"%s\"}".formatted(queue)));
    assertThat(poll(1).get().body()).doesNotContain("Messages");
    assertThat(waiting).isNotDone();
    send("late");
    assertThat(waiting.get(10, TimeUnit.SECONDS).body()).contains("late");
  }

  @Test
  void only_the_attributes_that_are_asked_for_come() throws Exception {
    endpoint.sqs("SendMessage", """
        {"QueueUrl":"%s","MessageBody":"a","MessageAttributes":{"trace.id":{"DataType":"String","StringValue":"1"},
        "trace.flags":{"DataType":"String","StringValue":"2"},"type":{"DataType":"String","StringValue":"3"}}}""".formatted(queue));
    var message = JSON.readTree(endpoint.sqs("ReceiveMessage", """
        {"QueueUrl":"%s","MessageAttributeNames":["trace.*"],"AttributeNames":["ApproximateReceiveCount"]}""".formatted(queue)).body())
        .at("/Messages/0");
    assertThat(message.get("MessageAttributes").propertyStream().map(entry -> entry.getKey()))
        .containsExactly("trace.flags", "trace.id");
    assertThat(message.get("Attributes").toString()).isEqualTo("{\"ApproximateReceiveCount\":\"1\"}");
  }

  @Test
  void the_query_protocol_and_FIFO_queues_still_work() {
    assertThat(endpoint.form("", "SendMessage", "QueueUrl=" + queue, "MessageBody=by form").body()).contains("MessageId");
    assertThat(endpoint.receive(queue)).contains("by form");
    endpoint.sqs("CreateQueue", "{\"QueueName\":\"%s.fifo\",\"Attributes\":{\"FifoQueue\":\"true\"}}".formatted(name));
    assertThat(endpoint.sqs("SendMessage", """
        {"QueueUrl":"%s.fifo","MessageBody":"in order","MessageGroupId":"g","MessageDeduplicationId":"d"}""".formatted(queue)).body())
        .contains("SequenceNumber");
    assertThat(endpoint.receive(queue + ".fifo")).contains("in order");
  }
}
