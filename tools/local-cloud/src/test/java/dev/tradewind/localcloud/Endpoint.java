package dev.tradewind.localcloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The local cloud as seen on the wire, spelled out call by call: what an SDK would send, without one. */
public record Endpoint(URI uri) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  public record Answer(int status, String body) {}

  /** A signed form call, as SNS has them. */
  public Answer sns(String action, String... namesAndValues) {
    return form("sns", action, namesAndValues);
  }

  /** A form call, signed for a service or, when that is empty, not at all. */
  public Answer form(String signedFor, String action, String... namesAndValues) {
    var request = request("/").header("Content-Type", "application/x-www-form-urlencoded");
    if (!signedFor.isEmpty()) {
      sign(request, signedFor);
    }
    return send(request.POST(HttpRequest.BodyPublishers.ofString("Action=" + action + encoded(namesAndValues))));
  }

  /** A signed JSON call, as DynamoDB and SQS have them. */
  public Answer json(String service, String target, String body) {
    var request = request("/").header("Content-Type", "application/x-amz-json-1.0").header("X-Amz-Target", target);
    sign(request, service);
    return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Answer sqs(String operation, String body) {
    return json("sqs", "AmazonSQS." + operation, body);
  }

  public Answer dynamoDb(String operation, String body) {
    return json("dynamodb", "DynamoDB_20120810." + operation, body);
  }

  public Answer kinesis(String operation, String body) {
    return json("kinesis", "Kinesis_20131202." + operation, body);
  }

  public Answer cloudMap(String operation, String body) {
    return json("servicediscovery", "Route53AutoNaming_v20170314." + operation, body);
  }

  /** A signed call for an object or a bucket. */
  public Answer s3(String method, String path, String body) {
    var request = request(path);
    sign(request, "s3");
    return send(request.method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Creates a queue and answers its URL. */
  public String createQueue(String name) {
    sqs("CreateQueue", "{\"QueueName\":\"" + name + "\"}");
    return uri + "/000000000000/" + name;
  }

  /** What one long poll brings, as JSON. */
  public String receive(String queueUrl) {
    return sqs("ReceiveMessage", """
        {"QueueUrl":"%s","MaxNumberOfMessages":10,"WaitTimeSeconds":5,"MessageAttributeNames":["All"]}"""
        .formatted(queueUrl)).body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri.resolve(path));
  }

  private static void sign(HttpRequest.Builder request, String service) {
    request.header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/" + service
        + "/aws4_request, SignedHeaders=host;x-amz-date, Signature=00");
  }

  private static String encoded(String... namesAndValues) {
    return Arrays.stream(namesAndValues)
        .map(pair -> pair.split("=", 2))
        .map(pair -> "&" + pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for an answer", e);
    }
  }
}
