package dev.tradewind.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script itself, run by sh, in a home of fake JDKs and a fake Maven. */
class ScriptTest {

  @TempDir
  private Path root;
  private Path home;

  private record Result(int exitCode, String out, String err) {}

  @BeforeEach
  void repository() throws IOException {
    home = root.resolve("a home with blanks");
    Files.createDirectories(home.resolve("tools/launcher/src/main/java"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.writeString(home.resolve("tools/launcher/pom.xml"), "<project/>");
    Files.copy(Path.of("../../tradewind"), home.resolve("tradewind"));
    executable(home.resolve("tradewind"));
    script(home.resolve("mvnw"), "echo \"maven $* with $JAVA_HOME\"; mkdir -p tools/launcher/target; : > tools/launcher/target/launcher.jar");
  }

  @Test
  void javaHomeComesFirst() throws Exception {
    Path mine = jdk(root.resolve("mine"), "25.0.1");
    jdk(root.resolve("usr/lib/jvm/other"), "26");

    Result result = run(Map.of("JAVA_HOME", mine.toString()), "status");

    assertThat(result.out()).contains("java of " + mine + ": ").endsWith(" status\n");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void thenTheJavaOnThePathBehindItsSymbolicLinks() throws Exception {
    Path jdk = jdk(root.resolve("opt/jdk"), "25");
    Files.createDirectories(root.resolve("bin"));
    Files.createSymbolicLink(root.resolve("alternatives"), jdk.resolve("bin/java"));
    Files.createSymbolicLink(root.resolve("bin/java"), root.resolve("alternatives"));

    assertThat(run(Map.of("PATH", root.resolve("bin") + ":/usr/bin:/bin"), "status").out()).contains("java of " + jdk + ": ");
  }

  @Test
  void thenThePlacesOfDebianAndFedora() throws Exception {
    jdk(root.resolve("usr/lib/jvm/java-21-openjdk"), "21.0.3");
    Path fedora = jdk(root.resolve("usr/lib/jvm/java-25-openjdk"), "25.0.2");

    assertThat(run(Map.of(), "status").out()).contains("java of " + fedora + ": ");
  }

  @Test
  void thenSdkman() throws Exception {
    Path sdkman = jdk(root.resolve("user/.sdkman/candidates/java/25-tem"), "25");

    assertThat(run(Map.of(), "status").out()).contains("java of " + sdkman + ": ");
  }

  @Test
  void thenThePlaceOfMacOs() throws Exception {
    Path mac = jdk(root.resolve("Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home"), "25.0.1");

    assertThat(run(Map.of(), "status").out()).contains("java of " + mac + ": ");
  }

  @Test
  void anOldJavaHomeIsPassedOver() throws Exception {
    Path old = jdk(root.resolve("old"), "17.0.15");
    Path good = jdk(root.resolve("usr/lib/jvm/jdk-26"), "26-ea");

    assertThat(run(Map.of("JAVA_HOME", old.toString()), "status").out()).contains("java of " + good + ": ");
  }

  @Test
  void aJreAndJava8AndADirectoryOfNothingArePassedOver() throws Exception {
    Path jre = jdk(root.resolve("usr/lib/jvm/a-jre-25"), "25");
    Files.delete(jre.resolve("bin/javac"));
    jdk(root.resolve("usr/lib/jvm/b-java-8"), "1.8.0_402");
    Files.createDirectories(root.resolve("usr/lib/jvm/c-empty"));
    Path good = jdk(root.resolve("usr/lib/jvm/z-jdk"), "25");

    assertThat(run(Map.of(), "status").out()).contains("java of " + good + ": ");
  }

  @Test
  void withoutAReleaseFileJavaItselfIsAskedForItsVersion() throws Exception {
    Path old = jdk(root.resolve("usr/lib/jvm/a-old"), "21");
    Path good = jdk(root.resolve("usr/lib/jvm/b-good"), "25.0.1");
    Files.delete(old.resolve("release"));
    Files.delete(good.resolve("release"));

    assertThat(run(Map.of(), "status").out()).contains("java of " + good + ": ");
  }

  @Test
  void withoutAnyJdkItSaysInOneLineWhatToInstall() throws Exception {
    jdk(root.resolve("usr/lib/jvm/old"), "17");

    Result result = run(Map.of(), "up");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).startsWith("Tradewind needs a JDK 25 or newer").hasLineCount(1);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void theLauncherIsBuiltOnceAndAgainWhenItsSourcesChange() throws Exception {
    Path jdk = jdk(root.resolve("usr/lib/jvm/jdk"), "25");

    Result first = run(Map.of(), "status");
    assertThat(first.err()).contains("building the launcher").contains("maven -q -B -ntp -DskipTests -f tools/launcher/pom.xml package with " + jdk);
    assertThat(run(Map.of(), "status").err()).isEmpty();

    Path source = Files.writeString(home.resolve("tools/launcher/src/main/java/A.java"), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(run(Map.of(), "status").err()).contains("building the launcher");
  }

  @Test
  void aBuildThatFailsEndsIt() throws Exception {
    jdk(root.resolve("usr/lib/jvm/jdk"), "25");
    script(home.resolve("mvnw"), "echo 'no network'; exit 1");

    Result result = run(Map.of(), "status");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("no network");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void testGoesStraightToMavenWithItsArguments() throws Exception {
    Path jdk = jdk(root.resolve("usr/lib/jvm/jdk"), "25");

    Result result = run(Map.of(), "test", "-pl", "chassis/core", "-Dtest=A B");

    assertThat(result.out()).isEqualTo("maven -B -ntp -T 2 verify -pl chassis/core -Dtest=A B with " + jdk + "\n");
  }

  @Test
  void theLauncherGetsTheHomeQuickStartAndEveryArgumentAsItWas() throws Exception {
    jdk(root.resolve("usr/lib/jvm/jdk"), "25");

    String out = run(Map.of(), "order", "my orders.jsonl", "").out();

    assertThat(out).contains("-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto").contains("-Dtradewind.home=" + home.toRealPath())
        .endsWith(" order my orders.jsonl \n");
  }

  private Result run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", home.resolve("tradewind").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile())
        .redirectOutput(root.resolve("out").toFile()).redirectError(root.resolve("err").toFile());
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", tools().toString(), "HOME", root.resolve("user").toString(), "TRADEWIND_JDK_ROOT", root.toString()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), Files.readString(root.resolve("out")), Files.readString(root.resolve("err"), StandardCharsets.UTF_8));
  }

  /** A PATH with what the script needs and no java. */
  private Path tools() throws IOException {
    Path tools = root.resolve("tools");
    if (!Files.exists(tools)) {
      Files.createDirectories(tools);
      for (String tool : List.of("sh", "dirname", "readlink", "sed", "head", "find", "touch", "mkdir")) {
        Path real = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
        Files.createSymbolicLink(tools.resolve(tool), real);
      }
    }
    return tools;
  }

  private static Path jdk(Path where, String version) throws IOException {
    Files.createDirectories(where.resolve("bin"));
    Files.writeString(where.resolve("release"), "IMPLEMENTOR=\"Someone\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(where.resolve("bin/java"), "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version + "\" 2026-01-01' >&2; else echo \"java of "
        + where + ": $*\"; fi");
    script(where.resolve("bin/javac"), ":");
    return where;
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    executable(file);
  }

  private static void executable(Path file) {
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
