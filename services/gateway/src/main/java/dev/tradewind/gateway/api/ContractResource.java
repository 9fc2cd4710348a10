package dev.tradewind.gateway.api;

import dev.tradewind.quarkus.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contracts with clients: one OpenAPI document a version, as they are kept in {@code openapi/}. */
@PermitAll
@Path("/openapi")
public class ContractResource {

  /** <a href="https://www.rfc-editor.org/rfc/rfc9512">RFC 9512</a>. */
  private static final String YAML = "application/yaml";

  private final Map<String, String> documents = Map.of("v1", read("v1"), "v2", read("v2"));

  /** Where the documents are. */
  @RegisterForReflection
  public record Documents(List<String> documents) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Documents list() {
    return new Documents(documents.keySet().stream().sorted().map("/openapi/"::concat).toList());
  }

  @GET
  @Path("/{version}")
  @Produces(YAML)
  public String show(@PathParam("version") String version) {
    return Optional.ofNullable(documents.get(version))
        .orElseThrow(() -> Problem.of(404, "version-not-found", "There is no such version; /openapi lists those there are."));
  }

  private static String read(String version) {
    try (var document = ContractResource.class.getResourceAsStream("/openapi/" + version + ".yaml")) {
      return new String(document.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the contract " + version + " cannot be read", e);
    }
  }
}
