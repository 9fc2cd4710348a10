package dev.tradewind.archive.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LinesTest {

  private static List<byte[]> bytes(List<String> texts) {
    return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  @Property
  void lines_come_back_as_they_were(@ForAll List<Integer> numbers) {
    var texts = numbers.stream().map(number -> "{\"n\":" + number + ",\"text\":\"ü\"}").toList();
    var lines = Lines.of(bytes(texts));
    assertThat(Lines.read("key", lines.compressed()).select(line -> true)).isEqualTo(texts);
    assertThat(Lines.read("key", lines.compressed()).sha256()).isEqualTo(lines.sha256());
  }

  @Test
  void the_same_lines_are_the_same_bytes_whenever_they_are_written() {
    var lines = Lines.of(bytes(List.of("a", "b"))).compressed();
    assertThat(Lines.of(bytes(List.of("a", "b"))).compressed()).isEqualTo(lines);
    // The four bytes in which gzip would say when.
    assertThat(lines[4] | lines[5] | lines[6] | lines[7]).isZero();
  }

  @Test
  void a_record_of_two_lines_is_refused() {
    assertThatThrownBy(() -> Lines.of(bytes(List.of("a\nb")))).hasMessageContaining("one line");
    assertThat(Lines.isMoreThanOneLine("a\rb".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(Lines.isMoreThanOneLine("ab".getBytes(StandardCharsets.UTF_8))).isFalse();
  }
}
