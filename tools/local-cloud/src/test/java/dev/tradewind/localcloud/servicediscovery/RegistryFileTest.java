package dev.tradewind.localcloud.servicediscovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.localcloud.servicediscovery.DnsConfig.DnsRecord;
import dev.tradewind.localcloud.servicediscovery.DnsConfig.RecordType;
import dev.tradewind.localcloud.servicediscovery.DnsConfig.RoutingPolicy;
import dev.tradewind.localcloud.servicediscovery.RegistryFile.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegistryFileTest {

  @TempDir
  private Path directory;

  private static Content everything() {
    var tags = new Tags(new TreeMap<>(Map.of("a", "1")));
    var namespace = new Namespace("ns-1", Namespace.Type.DNS_PRIVATE, "shop", "the shop", "r", 1, tags);
    var dns = new DnsConfig(RoutingPolicy.WEIGHTED, List.of(new DnsRecord(RecordType.SRV, 60)));
    var settings = new ServiceSettings("ns-1", "orders", "", "s", 2, true, dns, tags);
    var health = Health.of(HealthStatus.HEALTHY).report(HealthStatus.UNHEALTHY, 3, 4);
    var instance = new Instance("one", new TreeMap<>(Map.of("zone", "ä")), "t", health);
    return new Content(List.of(namespace), List.of(new Service("srv-1", settings, 7, new TreeMap<>(Map.of("one", instance)))));
  }

  @Test
  void what_was_written_is_read() throws IOException {
    RegistryFile.in(directory).write(new Content(List.of(), List.of()));
    RegistryFile.in(directory).write(everything());
    assertThat(RegistryFile.in(directory).read()).isEqualTo(everything());
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("namespaces.json"));
    }
  }

  @Test
  void at_first_there_is_nothing() throws IOException {
    assertThat(RegistryFile.in(directory).read()).isEqualTo(new Content(List.of(), List.of()));
  }

  @Test
  void a_file_that_cannot_be_read_is_named() throws IOException {
    Files.writeString(directory.resolve("namespaces.json"), "{");
    assertThatThrownBy(() -> RegistryFile.in(directory).read()).isInstanceOf(IOException.class).hasMessageContaining("namespaces.json");
  }

  @Test
  void a_directory_that_is_gone_is_named() {
    assertThatThrownBy(() -> RegistryFile.in(directory.resolve("gone")).write(everything()))
        .isInstanceOf(UncheckedIOException.class).hasMessageContaining("gone");
  }
}
