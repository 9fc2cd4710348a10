package dev.tradewind.archive.format;

import static dev.tradewind.archive.format.Written.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.archive.format.ObjectStore.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditTest {

  private final Written archive = Written.archive()
      .object(HOUR, "o", 1, 3).object(HOUR, "o", 4, 6).object(HOUR.plusSeconds(3_600), "o", 7, 7);

  private Audit.Findings audit() {
    return new Audit(archive.store()).run().await().indefinitely();
  }

  @Test
  void an_archive_as_it_was_written_has_no_problems() {
    assertThat(audit()).isEqualTo(new Audit.Findings(3, 7, 0, List.of()));
  }

  @Test
  void an_object_that_was_deleted_is_missed() {
    var key = Written.key(HOUR, 4, 6);
    archive.store().objects().remove(key);
    assertThat(audit().problems()).singleElement().asString().contains(key).contains("not in the archive");
    assertThat(audit().objects()).isEqualTo(2);
  }

  @Test
  void an_object_that_was_changed_is_found() {
    var key = Written.key(HOUR, 4, 6);
    var other = Lines.of(List.of("other".getBytes(StandardCharsets.UTF_8)));
    archive.store().put(key, new Content(other.compressed(), "application/gzip", Map.of())).await().indefinitely();
    assertThat(audit().problems()).singleElement().asString().contains(key).contains("does not hold what was written");
  }

  @Test
  void a_stretch_that_was_never_archived_is_a_gap() {
    archive.object(HOUR.plusSeconds(3_600), "o", 12, 13);
    assertThat(audit().problems()).singleElement().asString().contains("12-13").contains("follows 11");
  }

  @Test
  void a_manifest_that_was_lost_leaves_a_gap() {
    archive.store().objects().remove(ArchiveKey.manifest(HOUR, Written.SHARD));
    assertThat(audit().problems()).singleElement().asString().contains("7-7").contains("follows 6");
  }
}
