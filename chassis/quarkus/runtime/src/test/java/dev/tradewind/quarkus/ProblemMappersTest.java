package dev.tradewind.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.tradewind.quarkus.Problem.Violation;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Whatever goes wrong, the client gets a problem that says what, where and what to do, and never what it sent. */
class ProblemMappersTest {

  enum Kind {
    ONE,
    OTHER
  }

  record Line(int quantity, long price) {}

  record Order(String name, List<Line> lines, Kind kind) {}

  private final ProblemMappers mappers = new ProblemMappers();
  private final ObjectMapper json = new ObjectMapper();

  ProblemMappersTest() {
    new StrictJson().customize(json);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{\"nam\": 1}                              | nam               | is not a known field",
    "{\"lines\": [{\"quantity\": 1, \"price\": 1, \"colour\": 1}]} | lines[0].colour | is not a known field",
    "{\"lines\": [{\"quantity\": \"secret\"}]} | lines[0].quantity | must be a whole number that fits 32 bits",
    "{\"lines\": [{\"price\": 1.5}]}           | lines[0].price    | must be a whole number that fits 64 bits",
    "{\"lines\": [{\"quantity\": 99999999999}]}| lines[0].quantity | must be a whole number, and is far too large or too small",
    "{\"lines\": {}}                           | lines             | must be a list",
    "{\"lines\": [7]}                          | lines[0]          | must be an object",
    "{\"name\": 7}                             | name              | must be a text",
    "{\"kind\": \"THIRD\"}                     | kind              | 'must be one of ONE, OTHER'",
    "{\"kind\": 0}                             | kind              | 'must be one of ONE, OTHER'"
  })
  void a_field_that_does_not_fit_is_named_with_its_rule(String body, String field, String rule) {
    var answer = switch (unreadable(body)) {
      case MismatchedInputException misfit -> mappers.mismatch(misfit);
      case JsonProcessingException other -> mappers.framework(new WebApplicationException(other, 400));
    };
    assertThat(detail(answer).violations()).containsExactly(new Violation(field, rule));
  }

  @Test
  void a_body_that_is_no_object_is_said_to_be_none() {
    var detail = detail(mappers.mismatch(misfit("[1]")));
    assertThat(detail.type()).isEqualTo("urn:tradewind:problem:malformed-json");
    assertThat(detail.detail()).isEqualTo("The body is not the JSON object that is expected here.");
  }

  @Test
  void broken_json_is_said_to_be_broken_from_where() {
    var broken = catchThrowableOfType(JsonParseException.class, () -> json.readValue("{\n  nonsense", Order.class));
    var detail = detail(mappers.framework(new WebApplicationException(broken, 400)));
    assertThat(detail.status()).isEqualTo(400);
    assertThat(detail.detail()).startsWith("The body is not valid JSON from line 2, column ").doesNotContain("nonsense");
  }

  @Test
  void nesting_without_end_is_the_fault_of_the_body_and_not_ours() {
    var tooDeep = catchThrowableOfType(StreamConstraintsException.class, () -> json.readTree("[".repeat(2_000)));
    var detail = detail(mappers.excessive(tooDeep));
    assertThat(detail.status()).isEqualTo(400);
    assertThat(detail.type()).isEqualTo("urn:tradewind:problem:malformed-json");
  }

  @Test
  void what_was_sent_is_never_sent_back() {
    for (var body : List.of("{\"lines\": [{\"quantity\": \"tok_secret\"}]}", "{\"kind\": \"tok_secret\"}", "\"tok_secret\"", "{\"name\": {\"tok\": \"tok_secret\"}}")) {
      assertThat(detail(mappers.mismatch(misfit(body))).toString()).doesNotContain("tok_secret");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, bad-request", "404, not-found", "405, method-not-allowed", "406, not-acceptable", "413, body-too-large",
    "415, unsupported-media-type", "418, bad-request"
  })
  void what_the_framework_refuses_is_a_problem_too(int status, String code) {
    var answer = mappers.framework(new WebApplicationException(status));
    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(answer.getMediaType()).hasToString("application/problem+json");
    assertThat(detail(answer).type()).isEqualTo("urn:tradewind:problem:" + code);
  }

  @Test
  void what_is_no_error_passes() {
    assertThat(mappers.framework(new WebApplicationException(Response.status(304).build())).getStatus()).isEqualTo(304);
  }

  @Test
  void while_aws_is_away_the_client_is_asked_to_come_again() {
    var answer = mappers.aws(SdkClientException.create("connection refused"));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("1");
    assertThat(detail(answer).detail()).contains("same key").doesNotContain("refused");
  }

  @Test
  void a_fault_of_ours_is_admitted_and_not_explained() {
    var answer = mappers.unexpected(new IllegalStateException("tok_secret in the wrong place"));
    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(detail(answer).toString()).contains("internal-error").doesNotContain("tok_secret");
  }

  @Test
  void what_quarkus_generates_around_the_mappers_may_live_in_another_class_loader() {
    assertThat(Modifier.isPublic(ProblemMappers.class.getModifiers())).isTrue();
    assertThat(Arrays.stream(ProblemMappers.class.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(ServerExceptionMapper.class)))
        .isNotEmpty().allSatisfy(method -> assertThat(Modifier.isPublic(method.getModifiers())).as(method.getName()).isTrue());
  }

  private MismatchedInputException misfit(String body) {
    return (MismatchedInputException) unreadable(body);
  }

  private JsonProcessingException unreadable(String body) {
    return catchThrowableOfType(JsonProcessingException.class, () -> json.readValue(body, Order.class));
  }

  private static ProblemDetail detail(Response answer) {
    return (ProblemDetail) answer.getEntity();
  }
}
