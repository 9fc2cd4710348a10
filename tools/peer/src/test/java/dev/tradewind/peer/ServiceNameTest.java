package dev.tradewind.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "ordres", "gateway"})
  void a_service_that_does_not_exist_is_refused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> ServiceName.of(name)).withMessageContaining("orders, inventory, payments, shipping");
  }

  @Test
  void no_two_tables_have_the_same_name() {
    assertThat(Arrays.stream(ServiceName.values()).flatMap(service -> Stream.of(service.resource(), service.inbox(), service.outbox())))
        .hasSize(12).doesNotHaveDuplicates().allMatch(name -> name.startsWith("peer-"));
  }

  @Test
  void names_may_be_written_small() {
    assertThat(ServiceName.of("orders")).isEqualTo(ServiceName.ORDERS);
  }
}
