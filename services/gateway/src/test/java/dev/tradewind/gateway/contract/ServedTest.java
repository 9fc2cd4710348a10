package dev.tradewind.gateway.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.gateway.access.IssuerResource;
import dev.tradewind.gateway.stub.StubServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is kept, what is served and what the code answers are the same. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(IssuerResource.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServedTest {

  static final List<String> VERSIONS = Contracts.VERSIONS;

  @ParameterizedTest
  @FieldSource("VERSIONS")
  void what_is_served_is_what_is_kept(String version) {
    var served = given().get("/openapi/" + version).then().statusCode(200).contentType("application/yaml").extract().asString();

    assertThat(served).isEqualTo(Contracts.text(Contracts.KEPT.resolve(version + ".yaml")));
  }

  @Test
  void the_documents_are_listed() {
    given().get("/openapi").then().statusCode(200).body("documents", contains("/openapi/v1", "/openapi/v2"));
    given().get("/openapi/v3").then().statusCode(404).body("type", equalTo("urn:tradewind:problem:version-not-found"));
  }

  @Test
  void the_contracts_hold_what_the_code_answers_and_nothing_else() {
    Map<String, Map<String, Object>> code = given().accept("application/json").get("/q/openapi").then().statusCode(200).extract().path("paths");
    var answered = code.entrySet().stream().filter(path -> !path.getKey().startsWith("/openapi"))
        .flatMap(path -> path.getValue().keySet().stream().filter(key -> !key.equals("parameters"))
            .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()));

    assertThat(answered).containsExactlyInAnyOrderElementsOf(Contracts.doors().map(Object::toString).toList());
  }
}
