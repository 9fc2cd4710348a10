package dev.tradewind.chaos.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

class LogBatchTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aBatchNothingHappensToGoesOnAsItIs() {
    LogBatch batch = new LogBatch(request(3));

    assertThat(batch.hasRefusals()).isFalse();
    assertThat(keys(batch.rest().orElseThrow())).containsExactly("0", "1", "2");
  }

  @Test
  void everyRecordIsAnsweredInItsPlaceHoweverManyAreRefused() {
    for (int seed = 0; seed < 50; seed++) {
      LogBatch batch = new LogBatch(request(10));
      batch.refuseSome(new SplittableRandom(seed));
      List<String> passed = batch.rest().map(LogBatchTest::keys).orElse(List.of());
      JsonNode answer = batch.answer(answer(passed));

      assertThat(answer.path("Records")).as("seed %d", seed).hasSize(10);
      assertThat(answer.path("FailedRecordCount").asInt()).isEqualTo(10 - passed.size());
      for (int i = 0; i < 10; i++) {
        JsonNode record = answer.path("Records").get(i);
        assertThat(record.path("SequenceNumber").asText("none")).isEqualTo(passed.contains(Integer.toString(i)) ? "of " + i : "none");
        assertThat(record.has("ErrorCode")).isEqualTo(!passed.contains(Integer.toString(i)));
      }
    }
  }

  @Test
  void whatTheLogItselfRefusedStaysRefused() {
    LogBatch batch = new LogBatch(request(1));
    ObjectNode answer = answer(List.of()).put("FailedRecordCount", 1);
    answer.withArray("Records").addObject().put("ErrorCode", "InternalFailure");

    assertThat(batch.answer(answer).path("FailedRecordCount").asInt()).isEqualTo(1);
    assertThat(batch.answer(answer).at("/Records/0/ErrorCode").asText()).isEqualTo("InternalFailure");
  }

  @Test
  void aClientIsToldOfEachRecordByItself() throws Exception {
    try (Between between = new Between(Map.of(Fault.PARTLY_REFUSED, 1_000))) {
      var records = List.of("0", "1", "2", "3", "4", "5", "6", "7").stream()
          .map(key -> PutRecordsRequestEntry.builder().partitionKey(key).data(SdkBytes.fromUtf8String("record")).build()).toList();
      var answer = between.kinesis().putRecords(put -> put.streamName("log").records(records)).join();

      assertThat(answer.records()).hasSize(8);
      assertThat(answer.failedRecordCount()).isBetween(1, 8);
      assertThat(answer.records().stream().filter(record -> record.errorCode() != null)).hasSize(answer.failedRecordCount())
          .allSatisfy(record -> assertThat(record.errorCode()).isEqualTo("ProvisionedThroughputExceededException"));
      assertThat(between.count(Fault.PARTLY_REFUSED)).isEqualTo(1);
    }
  }

  private static ObjectNode request(int records) {
    ObjectNode request = JSON.createObjectNode().put("StreamName", "log");
    for (int i = 0; i < records; i++) {
      request.withArray("Records").addObject().put("PartitionKey", Integer.toString(i));
    }
    return request;
  }

  private static ObjectNode answer(List<String> passed) {
    ObjectNode answer = JSON.createObjectNode().put("FailedRecordCount", 0);
    passed.forEach(key -> answer.withArray("Records").addObject().put("SequenceNumber", "of " + key));
    return answer;
  }

  private static List<String> keys(JsonNode request) {
    return request.path("Records").valueStream().map(record -> record.path("PartitionKey").asText()).toList();
  }
}
