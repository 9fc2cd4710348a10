package dev.tradewind.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Results in a directory: results.json for programs, a picture and a section of README.md for people. What else the README says stays. */
final class Publication {

  static final String BEGIN = "<!-- figures: written by ./tradewind bench, do not edit -->";
  static final String PICTURE = "latency.svg";
  static final String END = "<!-- end of figures -->";

  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String NEW_README = "# Figures\n\n" + BEGIN + "\n" + END + "\n";

  private final Path directory;

  Publication(Path directory) {
    this.directory = directory;
  }

  void write(Results results) throws IOException {
    write(results, new Report(results).findings().markdown());
    Files.writeString(directory.resolve(PICTURE), new Picture(results).svg());
  }

  void write(ReadersResults results) throws IOException {
    write(results, new ReadersReport(results).findings().markdown());
  }

  void write(EdgeResults results) throws IOException {
    write(results, new EdgeReport(results).findings().markdown());
    Files.writeString(directory.resolve(OverloadPicture.FILE), new OverloadPicture(results).svg());
  }

  private void write(Record results, List<String> section) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("results.json"), JSON.writeValueAsString(results) + "\n");
    Path readme = directory.resolve("README.md");
    Files.writeString(readme, with(Files.exists(readme) ? Files.readString(readme) : NEW_README, section));
  }

  /** @throws BenchException when the text has no place for the section */
  static String with(String text, List<String> section) {
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new BenchException("README.md has no section for figures; it needs the lines %s and %s".formatted(BEGIN, END));
    }
    return text.substring(0, begin) + BEGIN + "\n" + String.join("\n", section) + "\n" + text.substring(end);
  }
}
