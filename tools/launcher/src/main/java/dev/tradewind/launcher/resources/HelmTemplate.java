package dev.tradewind.launcher.resources;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code helm template} in a process of its own. Helm comes as a Go library, and Go takes the signals of the process it is loaded into: a
 * JVM that has loaded it no longer hears SIGTERM or Ctrl-C.
 */
final class HelmTemplate {

  private HelmTemplate() {}

  /** Renders {@code chart} with the values in {@code file}. */
  static String render(Path chart, Path file) {
    List<String> command = List.of(ProcessHandle.current().info().command().orElse("java"),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED",
        "-cp", System.getProperty("java.class.path"), HelmTemplate.class.getName(), chart.toString(), file.toString());
    try {
      Path errors = Files.createTempFile("tradewind-helm", ".log");
      try {
        Process helm = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        helm.getOutputStream().close();
        String rendered = new String(helm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (helm.waitFor() != 0) {
          throw new ResourceException("Helm could not render " + chart + ": " + Files.readString(errors).strip());
        }
        return rendered;
      } finally {
        Files.delete(errors);
      }
    } catch (IOException cannotRun) {
      throw new UncheckedIOException(cannotRun);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ResourceException("Rendering " + chart + " was interrupted", interrupted);
    }
  }

  public static void main(String[] arguments) throws IOException {
    try {
      String rendered = new Helm(Path.of(arguments[0])).template().withName("tradewind").withValuesFile(Path.of(arguments[1])).call();
      System.out.write(rendered.getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    } catch (IllegalStateException byHelm) {
      System.err.println(byHelm.getMessage());
      System.exit(1);
    }
  }
}
