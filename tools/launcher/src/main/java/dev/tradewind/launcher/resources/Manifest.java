package dev.tradewind.launcher.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * One rendered Kubernetes resource, most of them of AWS Controllers for Kubernetes: what it is called in the cluster, and what it asks of AWS.
 *
 * @param apiVersion group and version, for example {@code sqs.services.k8s.aws/v1alpha1}
 * @param kind the kind, for example {@code Queue}
 * @param name the Kubernetes name, which references use
 * @param spec the input of the AWS call in ACK's spelling (first letter small, {@code ARN} and {@code ID} all capitals); of a ConfigMap its data
 */
public record Manifest(String apiVersion, String kind, String name, ObjectNode spec) {

  static Manifest of(JsonNode document) {
    String name = document.at("/metadata/name").asText();
    String kind = document.path("kind").asText();
    if (name.isEmpty() || kind.isEmpty() || !(document.path(kind.equals("ConfigMap") ? "data" : "spec") instanceof ObjectNode spec)) {
      throw new ResourceException("A rendered resource needs kind, metadata.name and spec (a ConfigMap: data); this one has: " + document);
    }
    return new Manifest(document.path("apiVersion").asText(), kind, name, spec);
  }

  /** A field of the spec as text, for the fields that name things. */
  String text(String field) {
    return optionalText(field).orElseThrow(() -> refuse(field, "is missing"));
  }

  Optional<String> optionalText(String field) {
    return Optional.of(spec.path(field).asText()).filter(text -> !text.isEmpty());
  }

  ResourceException refuse(String field, String why) {
    return new ResourceException("%s %s: %s: %s".formatted(kind, name, field, why));
  }

  /** Makes one AWS call for this resource; a refusal names the resource, the call and what AWS said. */
  <T> T call(String name, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException refused) {
      throw new ResourceException("%s %s: AWS refused %s: %s".formatted(kind, this.name, name, refused.getMessage()), refused);
    }
  }
}
