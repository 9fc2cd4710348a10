package dev.tradewind.janitor.sorting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalSortTest {

  private static final Form<String> TEXT = new Form<>() {
    @Override
    public void write(String text, DataOutput out) throws IOException {
      out.writeUTF(text);
    }

    @Override
    public String read(DataInput in) throws IOException {
      return in.readUTF();
    }
  };

  private static List<String> sorted(Path directory, int mostInMemory, List<String> texts) {
    var sorted = new ArrayList<String>();
    try (var sort = new ExternalSort<>(directory, mostInMemory, Comparator.<String>naturalOrder(), TEXT)) {
      texts.forEach(sort::add);
      sort.forEach(sorted::add);
    }
    return sorted;
  }

  private static int files(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return (int) files.count();
    }
  }

  @Property(tries = 100)
  void all_comes_back_in_order_however_little_fits_into_memory(@ForAll List<Integer> numbers, @ForAll @IntRange(min = 1, max = 20) int fits)
      throws IOException {
    var directory = Files.createTempDirectory("sort");
    var texts = numbers.stream().map(Integer::toHexString).toList();
    assertThat(sorted(directory, fits, texts)).isEqualTo(texts.stream().sorted().toList());
    assertThat(files(directory)).isZero();
    Files.delete(directory);
  }

  @Test
  void there_are_never_many_files_at_once(@TempDir Path directory) throws IOException {
    var texts = new ArrayList<>(IntStream.range(0, 1_000).mapToObj("%04d"::formatted).toList());
    Collections.shuffle(texts, new Random(7));
    int most = 0;
    var sorted = new ArrayList<String>();
    try (var sort = new ExternalSort<>(directory, 2, Comparator.<String>naturalOrder(), TEXT)) {
      for (var text : texts) {
        sort.add(text);
        most = Math.max(most, files(directory));
      }
      sort.forEach(sorted::add);
    }
    assertThat(sorted).isEqualTo(texts.stream().sorted().toList());
    assertThat(most).isBetween(10, 64);
    assertThat(files(directory)).isZero();
  }

  @Test
  void nothing_sorted_is_nothing(@TempDir Path directory) {
    assertThat(sorted(directory, 1, List.of())).isEmpty();
  }

  @Test
  void a_directory_that_is_gone_is_named(@TempDir Path directory) {
    var gone = directory.resolve("gone");
    assertThatThrownBy(() -> sorted(gone, 1, List.of("a"))).isInstanceOf(UncheckedIOException.class).hasMessageContaining(gone.toString());
  }
}
