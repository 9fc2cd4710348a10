package dev.tradewind.launcher.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.launcher.platform.LaunchException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductsTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir
  private Path directory;
  private final FakeOrders services = new FakeOrders();

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void aFileIsImportedAndWaitedFor() throws Exception {
    services.importLooks.set(3);
    List<String> progress = new ArrayList<>();

    Products.Imported done = Products.importOnce(file("sku,name\nA,A\n"), services.url(), () -> Optional.of("a-token"), LIMIT, progress::add);

    assertThat(done).isEqualTo(new Products.Imported(2, 1));
    assertThat(progress).containsExactly("1 of 2 products applied", "1 of 2 products applied", "1 of 2 products applied", "2 of 2 products applied");
    assertThat(services.imports).singleElement().asString().startsWith("text/csv ").endsWith("sku,name\nA,A\n");
  }

  @Test
  void everythingThatIsWrongIsListedByLineAndColumn() throws Exception {
    Path file = file("wrong");

    assertThatThrownBy(() -> Products.importOnce(file, services.url(), () -> Optional.of("a-token"), LIMIT, line -> {})).isInstanceOf(WrongFileException.class)
        .hasMessage(file + ": The file breaks 2 rules; nothing was imported.\n  line 3, sku: must be better\n  line 4: must have 5 columns");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Products.importOnce(directory.resolve("none.csv"), services.url(), () -> Optional.of("a-token"), LIMIT, line -> {}))
        .isInstanceOf(WrongFileException.class).hasMessageContaining("none.csv cannot be read");
  }

  @Test
  void aCatalogThatIsNotThereIsTold() throws Exception {
    Path file = file("sku,name\nA,A\n");

    assertThatThrownBy(() -> Products.importOnce(file, URI.create("http://127.0.0.1:1"), Optional::empty, Duration.ofMillis(300), line -> {}))
        .isInstanceOf(LaunchException.class).hasMessageContaining("no answer from http://127.0.0.1:1/v1/products/imports");
  }

  @Test
  void beforeOrdersTheSameFileHasTheSameKeyAndAnotherFileAnother() throws Exception {
    Path products = file("sku,name\nA,A\n");
    run(products);
    run(products);
    run(file("sku,name\nB,B\n"));

    List<String> keys = services.imports.stream().map(line -> line.split(" ")[1]).toList();
    assertThat(keys).hasSize(3).allMatch(key -> key.startsWith("products-"));
    assertThat(keys.get(1)).isEqualTo(keys.get(0)).isNotEqualTo(keys.get(2));
  }

  @Test
  void ordersWaitUntilWhatWasImportedJustNowIsKnown() throws Exception {
    services.unknownYet.addAll(List.of(422, 422));

    assertThat(run(file("sku,name\nA,A\n")).addsUp()).isTrue();
  }

  @Test
  void withoutAFileNothingIsImported() throws Exception {
    orders().run(request(Optional.empty()), line -> {});

    assertThat(services.imports).isEmpty();
  }

  @Test
  void eachRequestCarriesTheToken() throws Exception {
    run(file("sku,name\nA,A\n"));

    assertThat(services.tokens).containsExactly("Bearer a-token");
  }

  private Orders orders() {
    return new Orders(new Orders.Services(services.url(), () -> Optional.of("a-token"), services.url()));
  }

  private Orders.Outcome run(Path products) throws Exception {
    return orders().run(request(Optional.of(products)), line -> {});
  }

  private Orders.Request request(Optional<Path> products) throws IOException {
    Path orders = Files.writeString(directory.resolve("orders.jsonl"), """
        {"order":{"customerId":"c-1","currency":"EUR","lines":[{"sku":"TEA-001","quantity":1,"unitPrice":499}],"paymentMethod":"tok_approved",\
        "shipTo":{"name":"C","street":"S","city":"Hamburg","postalCode":"20095","country":"DE"}},"expect":"DELIVERED"}
        """);
    return new Orders.Request(orders, products, Optional.empty(), 4, Optional.empty(), LIMIT);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(directory.resolve("products.csv"), content);
  }
}
