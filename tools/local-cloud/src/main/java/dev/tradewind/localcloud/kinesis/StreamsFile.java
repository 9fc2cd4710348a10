package dev.tradewind.localcloud.kinesis;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The settings of all streams as a small JSON file, replaced as a whole at each change. */
record StreamsFile(Path file) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static StreamsFile in(Path directory) {
    return new StreamsFile(directory.resolve("streams.json"));
  }

  /** @throws IOException when the file is there but cannot be read */
  List<StreamSettings> read() throws IOException {
    return Files.exists(file) ? JSON.readValue(file.toFile(), new TypeReference<>() {}) : List.of();
  }

  void write(List<StreamSettings> streams) {
    var next = file.resolveSibling(file.getFileName() + ".next");
    try {
      JSON.writeValue(next.toFile(), streams);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Streams could not be written to " + file, e);
    }
  }
}
