package dev.tradewind.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Sample.Ask;
import dev.tradewind.core.Sample.AskV2;
import dev.tradewind.core.Sample.Kept;
import dev.tradewind.core.Sample.Told;
import dev.tradewind.core.Types.Role;
import dev.tradewind.core.Types.Type;
import org.junit.jupiter.api.Test;

class TypesTest {

  @Test
  void names_say_service_class_and_version() {
    assertThat(Sample.TYPES.all()).containsExactly(
        new Type("tradewind.stock.Ask.v1", Role.COMMAND, "stock", Ask.class),
        new Type("tradewind.stock.Ask.v2", Role.COMMAND, "stock", AskV2.class),
        new Type("tradewind.orders.Told.v1", Role.EVENT, "orders", Told.class),
        new Type("Kept.v1", Role.RECORD, "orders", Kept.class));
  }

  @Test
  void a_payload_finds_its_type_and_a_name_its_class() {
    assertThat(Sample.TYPES.typeOf(new Ask("a", 1)).name()).isEqualTo("tradewind.stock.Ask.v1");
    assertThat(Sample.TYPES.named("tradewind.stock.Ask.v2").map(Type::javaClass)).contains(AskV2.class);
    assertThat(Sample.TYPES.named("tradewind.stock.Ask.v3")).isEmpty();
  }

  @Test
  void a_payload_that_is_not_listed_is_named() {
    assertThatThrownBy(() -> Sample.TYPES.typeOf(new Sample.Unlisted("u")))
        .hasMessage("an entry in Types for dev.tradewind.core.Sample$Unlisted is required");
  }

  @Test
  void one_name_for_two_classes_and_one_class_under_two_names_are_refused() {
    record Ask(String other) implements Command {}
    assertThatThrownBy(() -> Types.of(Types.commands("stock", Sample.Ask.class), Types.commands("stock", Ask.class)))
        .hasMessage("two types are named tradewind.stock.Ask.v1");
    assertThatThrownBy(() -> Types.of(Types.commands("stock", Sample.Ask.class), Types.commands("money", Sample.Ask.class)))
        .hasMessage("dev.tradewind.core.Sample$Ask is listed twice");
  }

  @Test
  void a_service_adds_its_own() {
    record Mine(String text) {}
    var both = Sample.TYPES.and(Types.records("orders", Mine.class));

    assertThat(both.named("Mine.v1")).isPresent();
    assertThat(both.named("Kept.v1")).isPresent();
    assertThat(Sample.TYPES.named("Mine.v1")).isEmpty();
  }

  @Test
  void nobody_can_take_types_away() {
    assertThatThrownBy(() -> Sample.TYPES.all().clear()).isInstanceOf(UnsupportedOperationException.class);
  }
}
