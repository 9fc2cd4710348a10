package dev.tradewind.janitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.janitor.domain.Deed;
import dev.tradewind.janitor.domain.Sighting;
import dev.tradewind.janitor.domain.Sighting.Place;
import dev.tradewind.janitor.sorting.Form;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FormsTest {

  private static <T> T thereAndBack(Form<T> form, T thing) throws IOException {
    var bytes = new ByteArrayOutputStream();
    form.write(thing, new DataOutputStream(bytes));
    return form.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  @Test
  void what_was_seen_is_read_back_as_it_was() throws IOException {
    for (var commit : World.healthy().journal) {
      for (var place : Place.values()) {
        var sighting = Sighting.of(World.at(commit.at().plusNanos(1), commit), place);
        assertThat(thereAndBack(Forms.SIGHTING, sighting)).isEqualTo(sighting);
      }
      var deed = Deed.of(commit).orElseThrow();
      assertThat(thereAndBack(Forms.DEED, deed)).isEqualTo(deed);
    }
  }
}
