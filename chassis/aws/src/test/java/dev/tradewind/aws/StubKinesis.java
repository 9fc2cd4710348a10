package dev.tradewind.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** A client that remembers its requests and answers as the test says; without a word it takes everything. */
final class StubKinesis implements KinesisAsyncClient {

  private static final String THROTTLED = "ProvisionedThroughputExceededException";

  final List<PutRecordsRequest> requests = new ArrayList<>();
  private Function<PutRecordsRequest, PutRecordsResponse> usual = StubKinesis::takenAll;
  private Function<PutRecordsRequest, PutRecordsResponse> next = usual;

  @Override
  public synchronized CompletableFuture<PutRecordsResponse> putRecords(PutRecordsRequest request) {
    requests.add(request);
    var answer = next;
    next = usual;
    return CompletableFuture.completedFuture(request).thenApply(answer);
  }

  /** The next request is answered like that. */
  synchronized void answerNext(Function<PutRecordsRequest, PutRecordsResponse> answer) {
    next = answer;
  }

  /** Of the next request, the records of this partition key are refused. */
  void refuseNext(String key) {
    answerNext(refusing(key));
  }

  /** Of every request from now on. */
  synchronized void alwaysRefuse(String key) {
    usual = refusing(key);
    next = usual;
  }

  private static Function<PutRecordsRequest, PutRecordsResponse> refusing(String key) {
    return request -> answer(request.records().stream().map(record -> record.partitionKey().equals(key) ? refused() : taken()).toList());
  }

  static PutRecordsResponse answer(List<PutRecordsResultEntry> results) {
    return PutRecordsResponse.builder().records(results)
        .failedRecordCount((int) results.stream().filter(result -> result.errorCode() != null).count()).build();
  }

  static PutRecordsResultEntry taken() {
    return PutRecordsResultEntry.builder().sequenceNumber("1").shardId("shardId-000000000000").build();
  }

  static PutRecordsResultEntry refused() {
    return PutRecordsResultEntry.builder().errorCode(THROTTLED).errorMessage("Rate exceeded for shard").build();
  }

  /** The partition keys of each request. */
  synchronized List<List<String>> keys() {
    return requests.stream().map(request -> request.records().stream().map(PutRecordsRequestEntry::partitionKey).toList()).toList();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // It holds nothing.
  }

  private static PutRecordsResponse takenAll(PutRecordsRequest request) {
    return answer(request.records().stream().map(record -> taken()).toList());
  }
}
