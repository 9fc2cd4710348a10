package dev.tradewind.timemachine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditArchiveTest {

  private final Story story = Story.told();

  @Test
  void an_archive_as_it_was_written_is_fine() {
    assertThat(story.audit()).isEqualTo(
        new Story.Told(0, "2 objects with 3 records are as they were written; 0 records are parked; 0 problems\n", ""));
  }

  @Test
  void a_missing_object_is_told_and_fails() {
    var key = story.store.objects().firstKey();
    story.store.objects().remove(key);
    var told = story.audit();
    assertThat(told.exitCode()).isEqualTo(1);
    assertThat(told.out()).contains(key + " is in its manifest, but not in the archive").contains("1 problems");
  }
}
