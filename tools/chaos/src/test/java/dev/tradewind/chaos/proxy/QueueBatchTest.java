package dev.tradewind.chaos.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueueBatchTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COPY = "second-delivery-1";

  @Test
  void aBatchNothingHappensToGoesOnAsItIs() {
    QueueBatch batch = new QueueBatch(request("receipt-1", "receipt-2"));
    batch.settleCopies();

    assertThat(batch.isUntouched()).isTrue();
    assertThat(batch.hasRefusals()).isFalse();
    assertThat(ids(batch.rest().orElseThrow().path("Entries"))).containsExactly("0", "1");
  }

  @Test
  void aSecondDeliveryIsDoneHereAndTheRestGoesOn() throws Exception {
    QueueBatch batch = new QueueBatch(request("receipt-1", COPY));
    batch.settleCopies();

    assertThat(batch.isUntouched()).isFalse();
    assertThat(ids(batch.rest().orElseThrow().path("Entries"))).containsExactly("0");
    assertThat(ids(batch.answer(answer("0")).path("Successful"))).containsExactly("0", "1");
  }

  @Test
  void whenNothingIsLeftNothingGoesOn() throws Exception {
    QueueBatch batch = new QueueBatch(request(COPY));
    batch.settleCopies();

    assertThat(batch.rest()).isEmpty();
    assertThat(ids(batch.answer(answer()).path("Successful"))).containsExactly("0");
  }

  @Test
  void everyEntryIsAnsweredOnceHoweverManyAreRefused() throws Exception {
    for (int seed = 0; seed < 50; seed++) {
      QueueBatch batch = new QueueBatch(request("a", COPY, "c", "d", COPY, "f", "g", "h", "i", "j"));
      batch.settleCopies();
      batch.refuseSome(new SplittableRandom(seed));
      List<String> passed = batch.rest().map(rest -> ids(rest.path("Entries"))).orElse(List.of());
      JsonNode answer = batch.answer(answer(passed.toArray(String[]::new)));

      List<String> all = new ArrayList<>(ids(answer.path("Successful")));
      all.addAll(ids(answer.path("Failed")));
      assertThat(all).as("seed %d", seed).containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
      assertThat(ids(answer.path("Failed"))).doesNotContain("1", "4").hasSize(8 - passed.size());
      assertThat(batch.hasRefusals()).isEqualTo(passed.size() < 8);
    }
  }

  @Test
  void aRefusedEntryIsNotTheSendersFaultSoThatItIsSentAgain() throws Exception {
    QueueBatch batch = new QueueBatch(request("a", "b", "c", "d", "e", "f"));
    batch.refuseSome(new SplittableRandom(1));

    assertThat(batch.answer(answer()).path("Failed")).isNotEmpty().allSatisfy(failed -> {
      assertThat(failed.path("SenderFault").asBoolean(true)).isFalse();
      assertThat(failed.path("Code").asText()).isEqualTo("InternalError");
    });
  }

  @Test
  void whatTheQueueItselfRefusedStaysRefused() throws Exception {
    QueueBatch batch = new QueueBatch(request("a", COPY));
    batch.settleCopies();
    ObjectNode answer = batch.answer((ObjectNode) JSON.readTree("{\"Failed\":[{\"Id\":\"0\"}]}"));

    assertThat(ids(answer.path("Failed"))).containsExactly("0");
    assertThat(ids(answer.path("Successful"))).containsExactly("1");
  }

  private static ObjectNode request(String... receipts) {
    ObjectNode request = JSON.createObjectNode().put("QueueUrl", "q");
    for (String receipt : receipts) {
      request.withArray("Entries").addObject().put("Id", Integer.toString(request.path("Entries").size() - 1)).put("ReceiptHandle", receipt);
    }
    return request;
  }

  private static ObjectNode answer(String... successful) throws JsonProcessingException {
    ObjectNode answer = (ObjectNode) JSON.readTree("{}");
    Stream.of(successful).forEach(id -> answer.withArray("Successful").addObject().put("Id", id));
    return answer;
  }

  private static List<String> ids(JsonNode entries) {
    return entries.valueStream().map(entry -> entry.path("Id").asText()).toList();
  }
}
