package dev.tradewind.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which version of the code was measured. */
final class Commit {

  private Commit() {}

  /** The short hash, with {@code +} when the working tree differs from it; {@code unknown} outside a repository. */
  static String of(Path root) throws InterruptedException {
    Optional<String> hash = git(root, "rev-parse", "--short", "HEAD");
    boolean changed = git(root, "status", "--porcelain", "--", ".", ":!docs/bench").filter(changes -> !changes.isEmpty()).isPresent();
    return hash.map(found -> changed ? found + "+" : found).orElse("unknown");
  }

  private static Optional<String> git(Path root, String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    try {
      Process git = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException notInstalled) {
      return Optional.empty();
    }
  }
}
