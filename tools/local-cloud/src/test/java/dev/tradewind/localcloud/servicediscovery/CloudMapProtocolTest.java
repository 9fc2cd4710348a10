package dev.tradewind.localcloud.servicediscovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.localcloud.Endpoint;
import dev.tradewind.localcloud.RunningCloud;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol as it is on the wire: what SDKs hide. */
@ExtendWith(RunningCloud.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CloudMapProtocolTest {

  @Test
  void an_answer_is_json_in_version_1_1(Endpoint endpoint) throws IOException, InterruptedException {
    var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(endpoint.uri())
        .header("Content-Type", "application/x-amz-json-1.1").header("X-Amz-Target", "Route53AutoNaming_v20170314.ListNamespaces")
        .POST(HttpRequest.BodyPublishers.ofString("{}")).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-amz-json-1.1");
    assertThat(answer.body()).startsWith("{\"Namespaces\":[");
  }

  @Test
  void a_time_is_in_seconds_with_a_fraction(Endpoint endpoint) {
    endpoint.cloudMap("CreateHttpNamespace", "{\"Name\":\"times\"}");
    assertThat(endpoint.cloudMap("ListNamespaces", "{}").body()).containsPattern("\"CreateDate\":\\d{10}\\.\\d{3}[,}]");
  }

  @Test
  void an_operation_without_an_answer_answers_an_empty_object(Endpoint endpoint) {
    endpoint.cloudMap("CreateHttpNamespace", "{\"Name\":\"empty\"}");
    var listed = endpoint.cloudMap("ListNamespaces", "{\"Filters\":[{\"Name\":\"NAME\",\"Values\":[\"empty\"]}]}").body();
    var arn = listed.replaceAll(".*\"Arn\":\"([^\"]+)\".*", "$1");
    assertThat(endpoint.cloudMap("TagResource", "{\"ResourceARN\":\"" + arn + "\",\"Tags\":[]}")).isEqualTo(new Endpoint.Answer(200, "{}"));
  }

  @Test
  void a_refusal_names_its_type_and_what_there_is_to_know(Endpoint endpoint) {
    assertThat(endpoint.cloudMap("GetNamespace", "{\"Id\":\"ns-none\"}")).isEqualTo(new Endpoint.Answer(400,
        "{\"__type\":\"NamespaceNotFound\",\"Message\":\"There is no namespace ns-none\"}"));
    endpoint.cloudMap("CreateHttpNamespace", "{\"Name\":\"twice\",\"CreatorRequestId\":\"r\"}");
    assertThat(endpoint.cloudMap("CreateHttpNamespace", "{\"Name\":\"twice\"}").body())
        .contains("\"__type\":\"NamespaceAlreadyExists\"", "\"CreatorRequestId\":\"r\"", "\"NamespaceId\":\"ns-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "1"})
  void a_body_that_cannot_be_read_is_refused(String body, Endpoint endpoint) {
    var answer = endpoint.cloudMap("ListNamespaces", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"__type\":\"SerializationException\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DoSomething", "CreatePublicDnsNamespace"})
  void an_operation_that_is_not_here_is_refused_by_name(String operation, Endpoint endpoint) {
    assertThat(endpoint.cloudMap(operation, "{}").body()).contains("UnknownOperationException", "'" + operation + "'");
  }

  @Test
  void it_is_part_of_the_health_report(Endpoint endpoint) {
    assertThat(endpoint.get("/health").body()).contains("\"servicediscovery\":\"up\"");
  }
}
