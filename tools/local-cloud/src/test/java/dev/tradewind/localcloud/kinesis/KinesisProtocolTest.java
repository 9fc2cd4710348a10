package dev.tradewind.localcloud.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.tradewind.localcloud.Endpoint;
import dev.tradewind.localcloud.RunningCloud;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol as it is on the wire: what SDKs hide. */
@ExtendWith(RunningCloud.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KinesisProtocolTest {

  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());

  private static HttpResponse<byte[]> cbor(Endpoint endpoint, String operation, byte[] body) throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(endpoint.uri())
        .header("Content-Type", "application/x-amz-cbor-1.1").header("X-Amz-Target", "Kinesis_20131202." + operation)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static JsonNode cbor(Endpoint endpoint, String operation, JsonNode body) throws IOException, InterruptedException {
    return CBOR.readTree(cbor(endpoint, operation, CBOR.writeValueAsBytes(body)).body());
  }

  private static Endpoint.Answer create(Endpoint endpoint, String stream) {
    return endpoint.kinesis("CreateStream", "{\"StreamName\":\"" + stream + "\",\"ShardCount\":1}");
  }

  @Test
  void in_json_times_are_seconds_and_bytes_are_base64(Endpoint endpoint) throws Exception {
    create(endpoint, "json");
    endpoint.kinesis("PutRecord", "{\"StreamName\":\"json\",\"PartitionKey\":\"k\",\"Data\":\"AP8=\"}");
    var iterator = endpoint.kinesis("GetShardIterator",
        "{\"StreamName\":\"json\",\"ShardId\":\"shardId-000000000000\",\"ShardIteratorType\":\"TRIM_HORIZON\"}").body();
    var read = new ObjectMapper().readTree(endpoint.kinesis("GetRecords", iterator).body()).at("/Records/0");
    assertThat(read.get("Data").asText()).isEqualTo("AP8=");
    assertThat(read.get("ApproximateArrivalTimestamp").doubleValue())
        .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(300.0));
  }

  @Test
  void in_cbor_times_are_milliseconds_and_bytes_are_bytes(Endpoint endpoint) throws Exception {
    create(endpoint, "cbor");
    cbor(endpoint, "PutRecord", CBOR.createObjectNode().put("StreamName", "cbor").put("PartitionKey", "k").put("Data", new byte[] {0, -1}));
    var iterator = cbor(endpoint, "GetShardIterator", CBOR.createObjectNode().put("StreamName", "cbor")
        .put("ShardId", "shardId-000000000000").put("ShardIteratorType", "TRIM_HORIZON"));
    var read = cbor(endpoint, "GetRecords", iterator).at("/Records/0");
    assertThat(read.get("Data").isBinary()).isTrue();
    assertThat(read.get("Data").binaryValue()).isEqualTo(new byte[] {0, -1});
    assertThat(Instant.ofEpochMilli(read.get("ApproximateArrivalTimestamp").longValue()))
        .isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(60));
  }

  @Test
  void a_refusal_names_its_type_in_the_encoding_of_the_call(Endpoint endpoint) throws Exception {
    assertThat(endpoint.kinesis("DeleteStream", "{\"StreamName\":\"none\"}")).isEqualTo(new Endpoint.Answer(400, """
        {"__type":"com.amazonaws.kinesis.v20131202#ResourceNotFoundException",\
        "message":"Stream none under account 000000000000 not found."}"""));
    var answer = cbor(endpoint, "DeleteStream", CBOR.writeValueAsBytes(CBOR.createObjectNode().put("StreamName", "none")));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-amz-cbor-1.1");
    assertThat(CBOR.readTree(answer.body()).get("__type").asText()).endsWith("#ResourceNotFoundException");
  }

  @Test
  void a_body_that_cannot_be_read_is_refused(Endpoint endpoint) throws Exception {
    for (var body : new String[] {"", "[]", "{"}) {
      assertThat(endpoint.kinesis("ListStreams", body).body()).contains("#SerializationException");
    }
    assertThat(CBOR.readTree(cbor(endpoint, "ListStreams", new byte[] {1, 2}).body()).get("__type").asText()).endsWith("#SerializationException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SplitShard", "MergeShards", "UpdateShardCount", "RegisterStreamConsumer", "StartStreamEncryption"})
  void what_is_not_supported_says_so_and_what_to_do(String operation, Endpoint endpoint) {
    assertThat(endpoint.kinesis(operation, "{}").body())
        .contains("#UnsupportedOperationException", operation + " is not supported by the local cloud: ");
  }

  @Test
  void an_operation_that_nobody_knows_is_refused(Endpoint endpoint) {
    assertThat(endpoint.kinesis("DoSomething", "{}").body()).contains("#UnknownOperationException", "DoSomething");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      CreateStream | {} | ValidationException | streamName
      CreateStream | {"StreamName":"x"} | InvalidArgumentException | ShardCount must be provided
      CreateStream | {"StreamName":"x","ShardCount":0} | ValidationException | shardCount
      CreateStream | {"StreamName":"x","ShardCount":1,"StreamModeDetails":{"StreamMode":"ON_DEMAND"}} | InvalidArgumentException | ShardCount must not
      DescribeStream | {} | InvalidArgumentException | StreamName or StreamARN
      DescribeStream | {"StreamARN":"arn:aws:sqs:us-east-1:000000000000:x"} | ValidationException | streamARN
      ListShards | {"NextToken":"none"} | InvalidArgumentException | NextToken
      PutRecord | {"StreamName":"r","PartitionKey":"k"} | ValidationException | data
      PutRecord | {"StreamName":"r","PartitionKey":"","Data":""} | ValidationException | partitionKey
      PutRecord | {"StreamName":"r","PartitionKey":"k","Data":"%"} | SerializationException | Base64
      PutRecords | {"StreamName":"r","Records":[]} | ValidationException | records
      GetRecords | {} | ValidationException | shardIterator
      GetRecords | {"ShardIterator":"x","Limit":10001} | ValidationException | limit
      GetShardIterator | {"StreamName":"r","ShardId":"shardId-000000000000","ShardIteratorType":"NOW"} | ValidationException | NOW
      GetShardIterator | {"StreamName":"r","ShardId":"shardId-000000000000","ShardIteratorType":"AT_TIMESTAMP"} | InvalidArgumentException | no time
      GetShardIterator | {"StreamName":"r","ShardId":"shardId-000000000000","ShardIteratorType":"AT_SEQUENCE_NUMBER"} | InvalidArgumentException | AFTER
      IncreaseStreamRetentionPeriod | {"StreamName":"r","RetentionPeriodHours":8761} | InvalidArgumentException | 8760
      """)
  void a_call_that_makes_no_sense_is_refused_with_what_is_wrong(String operation, String body, String type, String named, Endpoint endpoint) {
    create(endpoint, "r");
    assertThat(endpoint.kinesis(operation, body).body()).contains("#" + type, named);
  }

  @Test
  void a_stream_on_demand_has_shards_of_its_own_choice(Endpoint endpoint) {
    endpoint.kinesis("CreateStream", "{\"StreamName\":\"free\",\"StreamModeDetails\":{\"StreamMode\":\"ON_DEMAND\"}}");
    assertThat(endpoint.kinesis("DescribeStreamSummary", "{\"StreamName\":\"free\"}").body())
        .contains("\"OpenShardCount\":4", "\"StreamMode\":\"ON_DEMAND\"");
  }

  @Test
  void streams_and_shards_come_in_pages(Endpoint endpoint) {
    create(endpoint, "page-1");
    create(endpoint, "page-2");
    assertThat(endpoint.kinesis("ListStreams", "{\"Limit\":1,\"ExclusiveStartStreamName\":\"page-0\"}").body())
        .contains("\"HasMoreStreams\":true", "\"StreamNames\":[\"page-1\"]", "\"NextToken\":\"page-1\"");
    assertThat(endpoint.kinesis("ListStreams", "{\"Limit\":1,\"NextToken\":\"page-1\"}").body()).contains("\"StreamNames\":[\"page-2\"]");
    endpoint.kinesis("CreateStream", "{\"StreamName\":\"shards\",\"ShardCount\":2}");
    assertThat(endpoint.kinesis("DescribeStream", "{\"StreamName\":\"shards\",\"Limit\":1}").body())
        .contains("\"HasMoreShards\":true", "shardId-000000000000").doesNotContain("shardId-000000000001");
    assertThat(endpoint.kinesis("DescribeStream", "{\"StreamName\":\"shards\",\"ExclusiveStartShardId\":\"shardId-000000000000\"}").body())
        .contains("\"HasMoreShards\":false", "shardId-000000000001");
  }
}
