package dev.tradewind.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.core.Types.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that stand beside the records. */
final class Resources {

  static final Path SCHEMAS = Path.of("src/main/resources/schemas");
  static final Path RELEASED = Path.of("src/test/resources/released");
  static final Path SAMPLES = Path.of("src/test/resources/samples");

  private static final ObjectMapper JSON = new ObjectMapper();

  private Resources() {}

  static List<Type> types() {
    return List.copyOf(Contracts.TYPES.all());
  }

  static List<String> typeNames() {
    return types().stream().map(Type::name).toList();
  }

  static String text(Path folder, String type) {
    try {
      return Files.readString(folder.resolve(type + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException("%s has no %s.json".formatted(folder, type), e);
    }
  }

  static JsonNode json(Path folder, String type) {
    return json(text(folder, type));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the files in the folder, without their ending. */
  static List<String> names(Path folder) {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", "")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
