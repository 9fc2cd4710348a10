package dev.tradewind.partners.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

  record Note(long sequence, String text) implements Entry {

    static Note read(JsonObject json) {
      return new Note(json.getLong("sequence"), json.getString("text"));
    }

    @Override
    public Optional<String> about() {
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @Override
    public JsonObject stored() {
      return new JsonObject().put("sequence", sequence).put("text", text);
    }

    @Override
    public JsonObject shown() {
      return stored();
    }
  }

  @TempDir
  Path directory;

  @Test
  void it_remembers_in_order_and_by_order() {
    var ledger = Ledger.<Note>inMemory();
    ledger.append(new Note(1, "a"));
    ledger.append(new Note(2, ""));
    ledger.append(new Note(3, "a"));
    assertThat(ledger.entries()).extracting(Note::sequence).containsExactly(1L, 2L, 3L);
    assertThat(ledger.about("a")).extracting(Note::sequence).containsExactly(1L, 3L);
    assertThat(ledger.about("b")).isEmpty();
  }

  @Test
  void a_gap_in_the_numbers_is_a_mistake() {
    var ledger = Ledger.<Note>inMemory();
    assertThatThrownBy(() -> ledger.append(new Note(2, "a"))).hasMessage("entry.sequence must be 1, not 2");
  }

  @Test
  void a_file_brings_everything_back() throws Exception {
    try (var ledger = open()) {
      ledger.append(new Note(1, "ä\n\"quoted\""));
      ledger.append(new Note(2, "b"));
    }
    try (var ledger = open()) {
      assertThat(ledger.entries()).containsExactly(new Note(1, "ä\n\"quoted\""), new Note(2, "b"));
      ledger.append(new Note(3, "c"));
    }
    try (var ledger = open()) {
      assertThat(ledger.entries()).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"sequence\":3,\"te", "{\"sequence\":3,\"text\":\"c\"}", "{\"sequence\":3,\"text\":\"longer than the line that takes its place", "\0\0\0"})
  void a_torn_last_line_is_dropped_and_written_over(String torn) throws Exception {
    try (var ledger = open()) {
      ledger.append(new Note(1, "a"));
      ledger.append(new Note(2, "b"));
    }
    Files.writeString(file(), torn, StandardOpenOption.APPEND);
    try (var ledger = open()) {
      assertThat(ledger.entries()).hasSize(2);
      ledger.append(new Note(3, "c"));
    }
    try (var ledger = open()) {
      assertThat(ledger.entries()).extracting(Note::text).containsExactly("a", "b", "c");
    }
    assertThat(Files.readString(file())).endsWith("}\n").hasLineCount(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "{}", "{\"sequence\":\"x\"}"})
  void a_damaged_line_before_the_last_is_named_and_the_file_left_alone(String damaged) throws Exception {
    try (var ledger = open()) {
      ledger.append(new Note(1, "a"));
    }
    Files.writeString(file(), damaged + "\n", StandardOpenOption.APPEND);
    var before = Files.readString(file());
    assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageStartingWith(file() + " line 2 is damaged");
    assertThat(Files.readString(file())).isEqualTo(before);
  }

  @Test
  void one_file_has_one_owner() throws Exception {
    try (var ledger = open()) {
      assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("is held by another process");
      assertThat(ledger.entries()).isEmpty();
    }
  }

  @Test
  void fingerprints_tell_apart_what_differs() {
    assertThat(Fingerprint.of("a", 1)).isEqualTo(Fingerprint.of("a", 1)).hasSize(24);
    assertThat(Fingerprint.of("ab", "c")).isNotEqualTo(Fingerprint.of("a", "bc"));
    assertThat(Fingerprint.of("a", "")).isNotEqualTo(Fingerprint.of("a"));
  }

  private Ledger<Note> open() throws IOException {
    return Ledger.inFile(file(), Note::read);
  }

  private Path file() {
    return directory.resolve("notes.ndjson");
  }
}
