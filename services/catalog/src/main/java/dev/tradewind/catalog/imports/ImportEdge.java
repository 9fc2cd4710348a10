package dev.tradewind.catalog.imports;

import dev.tradewind.catalog.domain.ApplyPart;
import dev.tradewind.catalog.domain.ImportCommand.ReportApplied;
import dev.tradewind.catalog.domain.ImportCommand;
import dev.tradewind.catalog.domain.Product;
import dev.tradewind.catalog.domain.ProductCommand.Adopt;
import dev.tradewind.catalog.domain.ProductCommand;
import dev.tradewind.catalog.domain.ProductEvent;
import dev.tradewind.catalog.domain.ProductImport;
import dev.tradewind.catalog.domain.ProductRow;
import dev.tradewind.core.Call;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Edge;
import dev.tradewind.core.Result;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.quarkus.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Applies a part of a file, row by row. Each row is the cause of its change, so that a row that is applied again changes nothing again. */
@Singleton
public class ImportEdge implements Edge<ImportCommand> {

  private static final int ROWS_AT_ONCE = 25;

  private final StreamHandler<Product, ProductCommand, ProductEvent> products;
  private final KeptRows kept;

  ImportEdge(StreamHandler<Product, ProductCommand, ProductEvent> products, KeptRows kept) {
    this.products = products;
    this.kept = kept;
  }

  @Override
  public Uni<ImportCommand> perform(Call call, boolean perhapsDone) {
    var part = (ApplyPart) call;
    return kept.read(part.importId(), part.fingerprint(), part.part())
        .flatMap(rows -> applyAll(part, rows).map(changed -> new ReportApplied(part.importId(), part.part(), rows.size(), changed)));
  }

  private Uni<Integer> applyAll(ApplyPart part, List<ProductRow> rows) {
    return Uni.join().all(rows.stream().map(row -> apply(part, row)).toList()).usingConcurrencyOf(ROWS_AT_ONCE).andFailFast()
        .map(changes -> (int) changes.stream().filter(changed -> changed).count());
  }

  private Uni<Boolean> apply(ApplyPart part, ProductRow row) {
    var cause = new Cause("%s/line/%d".formatted(ProductImport.stream(part.importId()), row.line()), "", row.sku(), Traces.current());
    return products.handle(cause, Product.stream(row.sku()), new Adopt(row.sku(), row.content()))
        .map(result -> result instanceof Result.Committed || result instanceof Result.Repeated);
  }
}
