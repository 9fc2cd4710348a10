package dev.tradewind.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The contracts as they are kept. */
public final class Contracts {

  static final List<String> VERSIONS = List.of("v1", "v2");
  static final Path KEPT = Path.of("openapi");
  static final Path RELEASED = KEPT.resolve("released");

  /** One thing a client can do. */
  public record Door(String version, HttpMethod method, String path, Operation operation, OpenAPI document) {

    public boolean needsToken() {
      return !operation.getSecurity().isEmpty();
    }

    public boolean isForOperators() {
      return operation.getExtensions() != null && "operator".equals(operation.getExtensions().get("x-role"));
    }

    /** The path with what the samples know in it. */
    String samplePath() {
      return path.replace("{customerId}", "alice").replace("{sku}", "TEA-001")
          .replaceAll("\\{[a-zA-Z]+Id}", "2bac7820-f492-59be-9de6-5d1c331b5b4f");
    }

    boolean isUnsafe() {
      return method != HttpMethod.GET;
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private Contracts() {}

  public static Stream<Door> doors() {
    return VERSIONS.stream().flatMap(version -> {
      var document = parse(text(KEPT.resolve(version + ".yaml")));
      return document.getPaths().entrySet().stream().flatMap(path -> path.getValue().readOperationsMap().entrySet().stream()
          .map(operation -> new Door(version, operation.getKey(), path.getKey(), operation.getValue(), document)));
    });
  }

  /** With every reference followed. */
  static OpenAPI parse(String yaml) {
    var options = new ParseOptions();
    options.setResolve(true);
    options.setResolveFully(true);
    var parsed = new OpenAPIV3Parser().readContents(yaml, List.of(), options);
    assertThat(parsed.getMessages()).isEmpty();
    return parsed.getOpenAPI();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
