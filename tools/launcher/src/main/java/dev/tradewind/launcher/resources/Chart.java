package dev.tradewind.launcher.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Helm chart of the AWS resources, rendered by Helm itself. */
final class Chart {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final Path directory;

  Chart(Path directory) {
    if (!Files.isRegularFile(directory.resolve("Chart.yaml"))) {
      throw new ResourceException("No Chart.yaml in " + directory + "; expected the chart of the AWS resources, helm/tradewind-aws");
    }
    this.directory = directory;
  }

  /** A values file that lies beside the chart, to be changed and given to {@link #render}. */
  ObjectNode values(String file) {
    try {
      return (ObjectNode) YAML.readTree(directory.resolve(file).toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The resources in the chart's order, with {@code values} over the chart's own. */
  List<Manifest> render(ObjectNode values) {
    try {
      Path file = Files.createTempFile("tradewind-values", ".yaml");
      try {
        YAML.writeValue(file.toFile(), values);
        return parse(HelmTemplate.render(directory, file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static List<Manifest> parse(String rendered) throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendered)) {
      while (documents.hasNext()) {
        JsonNode document = documents.next();
        if (document != null && document.isObject()) {
          manifests.add(Manifest.of(document));
        }
      }
    }
    return List.copyOf(manifests);
  }
}
