package dev.tradewind.launcher.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The real chart, rendered, and resources made by hand beside it. */
final class Rendered {

  static final Path CHART = Path.of("../../helm/tradewind-aws");
  static final Account ACCOUNT = new Account("aws", "us-east-1", "000000000000");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Rendered() {}

  static List<Manifest> local() {
    return new Resources(CHART).render(AwsEndpoint.local(URI.create("http://127.0.0.1:1")), ACCOUNT);
  }

  static List<Manifest> onAws() {
    return new Resources(CHART).render(new AwsEndpoint(java.util.Optional.empty(), "us-east-1"), ACCOUNT);
  }

  static List<Manifest> ofKind(List<Manifest> manifests, String kind) {
    return manifests.stream().filter(manifest -> manifest.kind().equals(kind)).toList();
  }

  static Manifest named(List<Manifest> manifests, String kind, String name) {
    return ofKind(manifests, kind).stream().filter(manifest -> manifest.name().equals(name)).findFirst().orElseThrow();
  }

  /** A resource of {@code kind} called {@code thing}, with a spec in JSON; single quotes stand for double ones. */
  static Manifest manifest(String kind, String spec) {
    return new Manifest("test/v1", kind, "thing", json(spec));
  }

  /** The same resource with one field changed; a JSON null takes it away. */
  static Manifest with(Manifest manifest, String field, Object value) {
    ObjectNode spec = manifest.spec().deepCopy();
    spec.set(field, JSON.valueToTree(value));
    return new Manifest(manifest.apiVersion(), manifest.kind(), manifest.name(), spec);
  }

  static Manifest without(Manifest manifest, String field) {
    ObjectNode spec = manifest.spec().deepCopy();
    spec.remove(field);
    return new Manifest(manifest.apiVersion(), manifest.kind(), manifest.name(), spec);
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (com.fasterxml.jackson.core.JsonProcessingException wrong) {
      throw new IllegalArgumentException(text, wrong);
    }
  }

  static JsonNode field(Manifest manifest, String field) {
    return json(manifest.text(field));
  }
}
