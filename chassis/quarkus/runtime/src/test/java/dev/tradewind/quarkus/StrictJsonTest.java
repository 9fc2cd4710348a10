package dev.tradewind.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in a request is bent until it fits. */
class StrictJsonTest {

  enum Size {
    SMALL,
    LARGE
  }

  record Shirt(int count, long price, String name, Size size) {}

  private final ObjectMapper json = new ObjectMapper();

  StrictJsonTest() {
    new StrictJson().customize(json);
  }

  @Test
  void what_fits_is_read() throws JsonProcessingException {
    assertThat(read("2", "1999", "\"blue\"", "\"SMALL\"")).isEqualTo(new Shirt(2, 1999, "blue", Size.SMALL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.5", "2.0", "1e2", "\"2\"", "\"\"", "\" \"", "true", "null", "[2]", "{}", "3000000000"})
  void a_count_is_a_whole_number_and_nothing_else(String count) {
    refused(count, "1", "\"a\"", "\"SMALL\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"19.99", "\"1999\"", "\"\"", "true", "null", "9223372036854775808"})
  void a_price_too(String price) {
    refused("1", price, "\"a\"", "\"SMALL\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.5", "true", "[]", "{}"})
  void a_name_is_a_text(String name) {
    refused("1", "1", name, "\"SMALL\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "\"\"", "\"small\"", "\"0\"", "true"})
  void a_choice_is_one_of_its_words_and_not_their_number(String size) {
    refused("1", "1", "\"a\"", size);
  }

  @Test
  void a_field_is_said_once() {
    assertThatThrownBy(() -> json.readValue("{\"count\":1,\"count\":2}", Shirt.class)).isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> json.readTree("{\"count\":1,\"count\":2}")).isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void nothing_follows_the_object() {
    assertThatThrownBy(() -> json.readValue("{\"count\":1,\"price\":1} {}", Shirt.class)).isInstanceOf(JsonProcessingException.class);
  }

  private void refused(String count, String price, String name, String size) {
    assertThatThrownBy(() -> read(count, price, name, size)).isInstanceOf(JsonProcessingException.class);
  }

  private Shirt read(String count, String price, String name, String size) throws JsonProcessingException {
    return json.readValue("{\"count\":%s,\"price\":%s,\"name\":%s,\"size\":%s}".formatted(count, price, name, size), Shirt.class);
  }
}
