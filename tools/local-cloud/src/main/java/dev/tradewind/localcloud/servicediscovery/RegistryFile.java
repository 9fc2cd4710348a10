package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Namespaces, services and instances as a JSON file, replaced as a whole at each change. */
record RegistryFile(Path file) {

  record Content(List<Namespace> namespaces, List<Service> services) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  static RegistryFile in(Path directory) {
    return new RegistryFile(directory.resolve("namespaces.json"));
  }

  /** @throws IOException when the file is there but cannot be read */
  Content read() throws IOException {
    try {
      return Files.exists(file) ? JSON.readValue(file.toFile(), Content.class) : new Content(List.of(), List.of());
    } catch (JsonProcessingException e) {
      throw new IOException("Namespaces could not be read from " + file + ": " + e.getOriginalMessage(), e);
    }
  }

  void write(Content content) {
    var next = file.resolveSibling(file.getFileName() + ".next");
    try {
      JSON.writeValue(next.toFile(), content);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Namespaces could not be written to " + file, e);
    }
  }
}
