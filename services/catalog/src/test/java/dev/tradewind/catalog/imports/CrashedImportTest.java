package dev.tradewind.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.catalog.domain.ImportCommand.CarryOn;
import dev.tradewind.catalog.domain.ImportDecider;
import dev.tradewind.catalog.domain.ImportEvent;
import dev.tradewind.catalog.domain.Product;
import dev.tradewind.catalog.domain.ProductContent;
import dev.tradewind.catalog.domain.ProductDecider;
import dev.tradewind.catalog.domain.ProductEvent;
import dev.tradewind.catalog.domain.ProductImport;
import dev.tradewind.catalog.domain.ProductRow;
import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.core.Edge;
import dev.tradewind.core.Message;
import dev.tradewind.core.Observer;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.testkit.DeciderSpec;
import dev.tradewind.testkit.Faults;
import dev.tradewind.testkit.InMemoryBus;
import dev.tradewind.testkit.InMemoryJournal;
import dev.tradewind.testkit.InMemoryLog;
import dev.tradewind.testkit.ManualClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever step the process dies at: an import that was accepted reaches its end, and every product is told as the file says it. */
class CrashedImportTest {

  private static final int ROWS = Imports.ROWS_A_PART + 3;
  private static final List<ProductRow> FILE = IntStream.range(0, ROWS).mapToObj(CrashedImportTest::row).toList();

  @Test
  void reaches_its_end_whatever_dies() {
    Faults.everywhere(CrashedImportTest::import_and_check);
  }

  private static void import_and_check(Faults faults) {
    var clock = ManualClock.at(DeciderSpec.START);
    var codec = new JsonCodec(Contracts.TYPES.and(ProductEvent.RECORDS).and(ImportEvent.RECORDS));
    var bus = InMemoryBus.through(codec, clock);
    var log = faults.on(InMemoryLog.through(codec));
    var journal = faults.on(InMemoryJournal.<ProductEvent>plain());
    var products = new StreamHandler<>("catalog", new ProductDecider(), journal, log, faults.on(bus), Edge.none(), clock, Observer.NONE);
    var kept = new InMemory();
    var imports = new StreamHandler<>("catalog", new ImportDecider(), faults.on(InMemoryJournal.<ImportEvent>plain()), log, faults.on(bus),
        new ImportEdge(products, kept), clock, Observer.NONE);
    var told = new HashMap<String, Message>();
    bus.onDeadline("catalog",
        faults.restarting(message -> imports.receive(message, ProductImport.stream("i-1"), new CarryOn("i-1", message.time()))));
    bus.onEvent("listener", ProductChanged.class, message -> {
      told.merge(message.subject(), message, (one, other) -> one.sequence() > other.sequence() ? one : other);
      return Uni.createFrom().voidItem();
    });

    var service = new Imports(imports, kept);
    service.accept("i-1", "print", FILE).onItemOrFailure().transformToUni((accepted, failure) -> {
      faults.restart();
      return failure == null ? Uni.createFrom().item(accepted) : service.accept("i-1", "print", FILE);
    }).await().indefinitely();
    bus.runFor(Duration.ofHours(1));

    var end = service.find("i-1").await().indefinitely().orElseThrow();
    assertThat(end.done()).as("done").isTrue();
    assertThat(end.rows()).isEqualTo(ROWS);
    assertThat(end.changed()).isEqualTo(ROWS);
    assertThat(bus.deadLetters()).isEmpty();
    assertThat(told).hasSize(ROWS);
    for (var row : FILE) {
      var product = products.load(Product.stream(row.sku())).await().indefinitely();
      assertThat(product.version()).as("versions of %s", row.sku()).isOne();
      assertThat(((ProductChanged) told.get("product/" + row.sku()).data()).prices()).isEqualTo(row.content().prices());
    }
  }

  private static ProductRow row(int number) {
    return new ProductRow(number + 2, "SKU-" + number, new ProductContent("Product " + number, "", true, List.of(new Money(number, "EUR"))));
  }

  /** What survives a crash of the process, as a table does. */
  private static final class InMemory implements KeptRows {

    private final Map<String, List<ProductRow>> parts = new TreeMap<>();

    @Override
    public Uni<Void> keep(String importId, String fingerprint, int part, List<ProductRow> rows) {
      parts.put(importId + fingerprint + part, rows);
      return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<ProductRow>> read(String importId, String fingerprint, int part) {
      return Uni.createFrom().item(parts.get(importId + fingerprint + part));
    }
  }
}
