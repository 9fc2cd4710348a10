package dev.tradewind.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local cloud as a child process: found by its place in the checkout, started, and gone when we are. */
class DevCloudTest {

  @TempDir
  Path home;

  @Test
  void outside_of_a_checkout_it_says_what_to_set_instead() {
    assertThatThrownBy(() -> DevCloud.start(home, false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no local cloud above " + home + ": set TRADEWIND_AWS_ENDPOINT, or tradewind.devservices.enabled=false");
  }

  @Test
  void the_checkout_is_found_from_anywhere_within_it() throws Exception {
    checkout(Starts.class);
    try (var cloud = DevCloud.start(Files.createDirectories(home.resolve("services/orders/target")), false)) {
      assertThat(cloud.endpoint()).isEqualTo("http://127.0.0.1:4567");
      assertThat(cloud.partners()).isEmpty();
    }
  }

  @Test
  void the_partners_come_with_it_when_they_are_asked_for() throws Exception {
    checkout(Starts.class);
    try (var cloud = DevCloud.start(home, true)) {
      assertThat(cloud.partners()).hasValue("http://127.0.0.1:8091");
      assertThat(DevCloudProcessor.settings(cloud, false))
          .containsEntry("tradewind.provider.url", "http://127.0.0.1:8091")
          .containsEntry("tradewind.carrier.url", "http://127.0.0.1:8091")
          .containsEntry("tradewind.identity.issuer", "http://127.0.0.1:8091/oidc");
    }
  }

  @Test
  void a_service_is_told_where_the_log_is_and_s3_if_it_speaks_to_it() throws Exception {
    checkout(Starts.class);
    try (var cloud = DevCloud.start(home, false)) {
      assertThat(DevCloudProcessor.settings(cloud, true))
          .containsEntry("tradewind.aws.endpoint", "http://127.0.0.1:4567")
          .containsEntry("tradewind.log.endpoint-override", "http://127.0.0.1:4567")
          .containsEntry("quarkus.s3.endpoint-override", "http://127.0.0.1:4567")
          .containsEntry("quarkus.s3.path-style-access", "true")
          .containsEntry("quarkus.s3.aws.region", "us-east-1");
      assertThat(DevCloudProcessor.settings(cloud, false).keySet()).noneMatch(name -> name.startsWith("quarkus.s3."));
    }
  }

  @Test
  void it_ends_when_it_is_closed() throws Exception {
    checkout(Starts.class);
    var cloud = DevCloud.start(home, false);
    assertThat(cloud.process().isAlive()).isTrue();
    cloud.close();
    assertThat(cloud.process().isAlive()).isFalse();
    assertThat(cloud.process().exitValue()).isZero();
  }

  @Test
  void when_it_does_not_start_what_it_said_is_passed_on() throws IOException {
    checkout(Fails.class);
    assertThatThrownBy(() -> DevCloud.start(home, false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the local cloud did not start: port 4566 is taken | give another");
  }

  /** A cloud that starts, and runs until its standard input ends. */
  static final class Starts {
    public static void main(String[] arguments) throws IOException {
      boolean withPartners = List.of(arguments).contains("--partners-port");
      System.out.println("starting");
      System.out.println("cloud ready http://127.0.0.1:4567" + (withPartners ? " partners http://127.0.0.1:8091" : ""));
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** A cloud that does not. */
  static final class Fails {
    public static void main(String[] arguments) {
      System.out.println("port 4566 is taken");
      System.out.println("give another");
    }
  }

  private void checkout(Class<?> cloud) throws IOException {
    Files.createFile(home.resolve("mvnw"));
    for (var tool : new String[] {"launcher", "local-cloud", "partners"}) {
      var target = Files.createDirectories(home.resolve("tools/" + tool + "/target"));
      jar(target.resolve(tool + ".jar"), cloud);
    }
  }

  private static void jar(Path file, Class<?> main) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
    var entry = main.getName().replace('.', '/') + ".class";
    try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest); InputStream code = main.getClassLoader().getResourceAsStream(entry)) {
      jar.putNextEntry(new JarEntry(entry));
      code.transferTo(jar);
    }
  }
}
