package dev.tradewind.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.core.Command;
import dev.tradewind.core.Decider;
import dev.tradewind.core.Decision;
import dev.tradewind.core.Event;
import dev.tradewind.core.Payload;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveHierarchyBuildItem;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

/** A native image must read and write every record of a contract and of a journal, though no service author lists one. */
class ReflectionTest {

  /** A command of some contract. */
  record Pay(Amount amount) implements Command {}

  /** What a command holds. */
  record Amount(long cents) {}

  /** An event of some contract. */
  record Paid() implements Event {}

  /** What a service keeps to itself. */
  sealed interface Happened {
    record Begun() implements Happened {}

    record Ended() implements Happened {}
  }

  /** Nobody's business. */
  record Bystander() {}

  static final class Till implements Decider<String, Integer, Happened> {
    @Override
    public String initial() {
      return "";
    }

    @Override
    public Decision<Happened> decide(String state, Integer command, Instant now) {
      return Decision.nothing();
    }

    @Override
    public String evolve(String state, Happened event, Instant at) {
      return state;
    }
  }

  private final TradewindProcessor processor = new TradewindProcessor();

  @Test
  void every_command_and_event_of_a_contract_is_registered() throws IOException {
    var registered = new ArrayList<ReflectiveHierarchyBuildItem>();
    processor.contracts(index(), registered::add);
    assertThat(names(registered)).containsExactlyInAnyOrder(Pay.class.getName(), Paid.class.getName());
  }

  @Test
  void every_event_of_a_journal_is_registered_because_its_decider_names_them() throws IOException {
    var registered = new ArrayList<ReflectiveHierarchyBuildItem>();
    processor.journals(index(), registered::add);
    assertThat(names(registered)).containsExactlyInAnyOrder(Happened.Begun.class.getName(), Happened.Ended.class.getName());
  }

  @Test
  void the_core_and_the_contracts_are_searched() {
    var searched = new ArrayList<IndexDependencyBuildItem>();
    processor.index(searched::add);
    assertThat(searched).extracting(IndexDependencyBuildItem::getArtifactId).containsExactly("tradewind-core", "tradewind-contracts");
  }

  @Test
  void the_request_meter_which_the_clients_load_by_name_is_registered_with_its_constructor() {
    var meter = processor.requestMeter();
    assertThat(meter.getClassNames()).containsExactly("dev.tradewind.quarkus.RequestMeter").allSatisfy(name ->
        assertThat(Class.forName(name).getConstructor()).isNotNull());
    assertThat(meter.isConstructors()).isTrue();
  }

  private static CombinedIndexBuildItem index() throws IOException {
    var index = Index.of(Command.class, Event.class, Payload.class, Decider.class, Pay.class, Amount.class, Paid.class, Happened.class,
        Happened.Begun.class, Happened.Ended.class, Bystander.class, Till.class);
    return new CombinedIndexBuildItem(index, index);
  }

  private static List<String> names(List<ReflectiveHierarchyBuildItem> registered) {
    return registered.stream().map(item -> item.getType().name().toString()).toList();
  }
}
