package dev.tradewind.chaos.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.sns.model.ThrottledException;
import software.amazon.awssdk.services.sqs.model.RequestThrottledException;

/** What the clients that services use make of each fault. */
class RefusalsTest {

  @Test
  void aThrottledWriteIsThatOfADynamoDbThatIsAskedTooMuch() throws Exception {
    try (Between between = new Between(Map.of(Fault.THROTTLED, 1_000))) {
      Throwable failure = failure(put(between.dynamo()));

      assertThat(failure).isInstanceOf(ProvisionedThroughputExceededException.class);
      assertThat(RetryUtils.isThrottlingException((AwsServiceException) failure)).isTrue();
      assertThat(between.cloud.executed()).isEmpty();
      assertThat(between.count(Fault.THROTTLED)).isEqualTo(1);
    }
  }

  @Test
  void aThrottledQueueCallAndAThrottledPublishAreKnownAsSuch() throws Exception {
    try (Between between = new Between(Map.of(Fault.THROTTLED, 1_000))) {
      Throwable queue = failure(between.sqs().getQueueUrl(get -> get.queueName("q")));
      Throwable topic = failure(between.sns().publish(publish -> publish.topicArn(Between.TOPIC).message("m")));

      assertThat(queue).isInstanceOf(RequestThrottledException.class);
      assertThat(topic).isInstanceOf(ThrottledException.class);
      assertThat(RetryUtils.isThrottlingException((AwsServiceException) queue)).isTrue();
      assertThat(RetryUtils.isThrottlingException((AwsServiceException) topic)).isTrue();
    }
  }

  @Test
  void aThrottledLogAndAThrottledArchiveAreKnownAsSuch() throws Exception {
    try (Between between = new Between(Map.of(Fault.THROTTLED, 1_000))) {
      Throwable log = failure(record(between));
      Throwable archive = failure(object(between));

      assertThat(log).isInstanceOf(software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException.class);
      assertThat(((AwsServiceException) archive).awsErrorDetails().errorCode()).isEqualTo("SlowDown");
      assertThat(RetryUtils.isThrottlingException((AwsServiceException) log)).isTrue();
      assertThat(RetryUtils.isThrottlingException((AwsServiceException) archive)).isTrue();
      assertThat(between.proxy.counts().requests()).containsEntry("KINESIS PutRecords", 1L).containsEntry("S3 PutObject", 1L);
    }
  }

  @Test
  void aWriteThatMetATransactionIsAConflict() throws Exception {
    try (Between between = new Between(Map.of(Fault.CONFLICT, 1_000))) {
      assertThat(failure(put(between.dynamo()))).isInstanceOf(TransactionConflictException.class);
    }
  }

  @Test
  void aTransactionThatMetAnotherIsCancelledWithAReasonForOneItem() throws Exception {
    try (Between between = new Between(Map.of(Fault.CONFLICT, 1_000))) {
      Throwable failure = failure(transact(between.dynamo()));

      assertThat(failure).isInstanceOf(TransactionCanceledException.class);
      assertThat(((TransactionCanceledException) failure).cancellationReasons()).extracting(CancellationReason::code)
          .containsExactlyInAnyOrder("TransactionConflict", "None");
      assertThat(between.cloud.executed()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"INTERNAL_ERROR, 500", "UNAVAILABLE, 503"})
  void serverTroubleIsThatInEveryProtocolAndNothingIsExecuted(Fault fault, int status) throws Exception {
    try (Between between = new Between(Map.of(fault, 1_000))) {
      for (CompletableFuture<?> call : new CompletableFuture<?>[] {put(between.dynamo()), between.sqs().getQueueUrl(get -> get.queueName("q")),
          between.sns().publish(publish -> publish.topicArn(Between.TOPIC).message("m")), record(between), object(between)}) {
        assertThat(((AwsServiceException) failure(call)).statusCode()).isEqualTo(status);
      }
      assertThat(between.cloud.executed()).isEmpty();
      assertThat(between.count(fault)).isEqualTo(5);
    }
  }

  @Test
  void anInternalErrorOfDynamoDbHasItsOwnException() throws Exception {
    try (Between between = new Between(Map.of(Fault.INTERNAL_ERROR, 1_000))) {
      assertThat(failure(put(between.dynamo()))).isInstanceOf(InternalServerErrorException.class);
    }
  }

  @Test
  void aLostAnswerIsExecutedAndTheClientHearsNothing() throws Exception {
    try (Between between = new Between(Map.of(Fault.ANSWER_LOST, 1_000))) {
      assertThat(failure(put(between.dynamo()))).isInstanceOf(SdkClientException.class);
      assertThat(between.cloud.executed("PutItem")).isEqualTo(1);
    }
  }

  @Test
  void clientsTryAgainAsTheyDoWithAws() throws Exception {
    try (Between between = new Between(Map.of(Fault.THROTTLED, 1_000))) {
      assertThat(failure(put(between.patientDynamo()))).isInstanceOf(ProvisionedThroughputExceededException.class);
      assertThat(between.proxy.counts().requests()).containsEntry("DYNAMODB PutItem", 3L);
    }
  }

  @Test
  void aDelayedRequestIsServedAllTheSame() throws Exception {
    try (Between between = new Between(Map.of(Fault.DELAYED, 1_000))) {
      put(between.dynamo()).join();
      assertThat(between.count(Fault.DELAYED)).isEqualTo(1);
    }
  }

  @Test
  void nothingGoesWrongOnceFaultsAreOff() throws Exception {
    try (Between between = new Between(Map.of(Fault.THROTTLED, 1_000))) {
      between.proxy.faults(false);
      put(between.dynamo()).join();
      assertThat(between.count(Fault.THROTTLED)).isZero();
    }
  }

  @Test
  void aCloudThatIsAwayIsNoAnswer() throws Exception {
    try (Between between = new Between(Map.of())) {
      between.cloud.close();
      assertThat(failure(put(between.dynamo()))).isInstanceOf(SdkClientException.class);
    }
  }

  @Test
  void ratesThatAddUpToMoreThanAllAreRefused() {
    assertThatThrownBy(() -> new Rates(Map.of(Fault.THROTTLED, 600, Fault.DELAYED, 600))).hasMessageContaining("perThousand");
  }

  private static CompletableFuture<PutItemResponse> put(DynamoDbAsyncClient dynamo) {
    return dynamo.putItem(put -> put.tableName("goods").item(Between.item("k")));
  }

  private static CompletableFuture<TransactWriteItemsResponse> transact(DynamoDbAsyncClient dynamo) {
    return dynamo.transactWriteItems(write -> write.transactItems(
        one -> one.put(put -> put.tableName("goods").item(Between.item("a"))),
        one -> one.put(put -> put.tableName("goods").item(Between.item("b")))));
  }

  private static CompletableFuture<?> record(Between between) {
    return between.kinesis().putRecords(put -> put.streamName("log").records(
        record -> record.partitionKey("k").data(SdkBytes.fromUtf8String("a record"))));
  }

  private static CompletableFuture<?> object(Between between) {
    return between.s3().putObject(put -> put.bucket("archive").key("events/1"), AsyncRequestBody.fromString("an object"));
  }

  private static Throwable failure(CompletableFuture<?> call) {
    try {
      call.join();
      throw new AssertionError("the call succeeded");
    } catch (CompletionException failed) {
      return failed.getCause();
    }
  }
}
