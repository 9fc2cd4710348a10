package dev.tradewind.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.gateway.contract.Contracts.Door;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every operation of every contract says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LintTest {

  private static final Set<String> ALWAYS = Set.of("400", "429", "502", "503", "504");
  private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

  static Stream<Door> doors() {
    return Contracts.doors();
  }

  @ParameterizedTest
  @MethodSource("doors")
  void it_has_a_name_a_summary_and_one_tag_that_is_explained(Door door) {
    assertThat(door.operation().getOperationId()).matches("[a-z][A-Za-z]+");
    assertThat(door.operation().getSummary()).isNotBlank().hasSizeLessThan(100).doesNotEndWith(".");
    assertThat(door.operation().getTags()).hasSize(1);
    assertThat(door.document().getTags()).filteredOn(tag -> tag.getName().equals(door.operation().getTags().getFirst()))
        .singleElement().extracting(Tag::getDescription).asString().isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("doors")
  void it_says_who_may_come_in(Door door) {
    assertThat(door.operation().getSecurity()).as("security: [] for everybody").isNotNull();
    if (door.isForOperators()) {
      assertThat(door.needsToken()).isTrue();
      assertThat(door.operation().getResponses()).containsKey("403");
    }
    assertThat(door.operation().getResponses().containsKey("401")).isEqualTo(door.needsToken());
  }

  @ParameterizedTest
  @MethodSource("doors")
  void it_succeeds_in_some_way_and_every_failure_is_a_problem(Door door) {
    var responses = door.operation().getResponses();
    assertThat(responses.keySet()).anyMatch(status -> status.startsWith("2")).containsAll(ALWAYS).doesNotContain("500", "default");
    responses.forEach((status, response) -> {
      assertThat(response.getDescription()).isNotBlank();
      if (status.compareTo("400") >= 0) {
        assertThat(response.getContent()).as(status).containsOnlyKeys("application/problem+json");
        assertThat(response.getContent().get("application/problem+json").getSchema().getRequired()).contains("type", "title", "status", "detail");
      }
    });
    List.of("429", "503", "504").forEach(status -> assertThat(headers(responses.get(status))).contains("Retry-After"));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void what_changes_something_needs_a_key(Door door) {
    assertThat(parameters(door).filter(parameter -> parameter.getName().equals("Idempotency-Key") && parameter.getRequired()).count())
        .isEqualTo(door.isUnsafe() ? 1 : 0);
  }

  @ParameterizedTest
  @MethodSource("doors")
  void each_parameter_has_a_meaning_and_a_shape_and_those_of_the_path_are_all_there(Door door) {
    assertThat(parameters(door)).allSatisfy(parameter -> {
      assertThat(parameter.getDescription()).as(parameter.getName()).isNotBlank();
      assertThat(parameter.getSchema()).as(parameter.getName()).isNotNull();
    });
    assertThat(parameters(door).filter(parameter -> parameter.getIn().equals("path")).map(Parameter::getName).collect(Collectors.toSet()))
        .isEqualTo(IN_PATH.matcher(door.path()).results().map(found -> found.group(1)).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void a_body_is_bounded_and_what_is_deprecated_says_since_when(Door door) {
    if (door.operation().getRequestBody() != null) {
      assertThat(door.operation().getResponses()).containsKeys("413", "415");
    }
    if (Boolean.TRUE.equals(door.operation().getDeprecated())) {
      assertThat(headers(door.operation().getResponses().get("200"))).contains("Deprecation", "Sunset", "Link");
    }
  }

  @Test
  void names_are_used_once_a_version() {
    Contracts.VERSIONS.forEach(version -> assertThat(Contracts.doors().filter(door -> door.version().equals(version)))
        .extracting(door -> door.operation().getOperationId()).isNotEmpty().doesNotHaveDuplicates());
  }

  @Test
  void each_path_begins_with_its_version() {
    assertThat(Contracts.doors()).allMatch(door -> door.path().startsWith("/" + door.version() + "/"));
  }

  private static Stream<Parameter> parameters(Door door) {
    return door.operation().getParameters() == null ? Stream.of() : door.operation().getParameters().stream();
  }

  private static Set<String> headers(ApiResponse response) {
    return response.getHeaders() == null ? Set.of() : response.getHeaders().keySet();
  }
}
