package dev.tradewind.chaos.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.chaos.proxy.Operation.Service;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTest {

  private static final String POST = "POST /";
  private static final Optional<String> OBJECTS = Optional.of("Credential=a/b/us-east-1/s3/aws4_request");

  @Test
  void anOperationIsFoundInEveryProtocol() {
    assertThat(Operation.of(Optional.of("DynamoDB_20120810.PutItem"), Optional.empty(), POST, () -> "")).contains(new Operation(Service.DYNAMODB, "PutItem"));
    assertThat(Operation.of(Optional.of("AmazonSQS.ReceiveMessage"), Optional.empty(), POST, () -> "")).contains(new Operation(Service.SQS, "ReceiveMessage"));
    assertThat(Operation.of(Optional.empty(), Optional.of("Credential=a/b/us-east-1/sqs/aws4_request"), POST, () -> "Version=1&Action=ReceiveMessage"))
        .contains(new Operation(Service.SQS, "ReceiveMessage"));
    assertThat(Operation.of(Optional.empty(), Optional.of("Credential=a/b/us-east-1/sns/aws4_request"), POST, () -> "Action=Publish&Version=1"))
        .contains(new Operation(Service.SNS, "Publish"));
    assertThat(Operation.of(Optional.of("Kinesis_20131202.PutRecords"), Optional.empty(), POST, () -> ""))
        .contains(new Operation(Service.KINESIS, "PutRecords"));
    assertThat(Operation.of(Optional.of("Unknown_20131202.PutRecords"), Optional.empty(), POST, () -> "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PUT /archive/events/1, PutObject", "GET /archive/events/1, GetObject", "HEAD /archive/events/1, HeadObject",
      "DELETE /archive/events/1, DeleteObject", "GET /archive?list-type=2&prefix=events, ListObjectsV2"})
  void whereObjectsAreResourcesTheRequestLineSaysItAll(String line, String name) {
    assertThat(Operation.of(Optional.empty(), OBJECTS, line, () -> "")).contains(new Operation(Service.S3, name));
  }

  @Test
  void whatThePlatformDoesNotAskOfObjectsPasses() {
    assertThat(Operation.of(Optional.empty(), OBJECTS, "POST /archive/events/1?uploads", () -> "Action=Publish")).isEmpty();
  }
}
