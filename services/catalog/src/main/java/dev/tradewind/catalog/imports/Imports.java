package dev.tradewind.catalog.imports;

import dev.tradewind.catalog.domain.ImportCommand;
import dev.tradewind.catalog.domain.ImportCommand.Accept;
import dev.tradewind.catalog.domain.ImportDecider;
import dev.tradewind.catalog.domain.ImportEvent;
import dev.tradewind.catalog.domain.ProductImport;
import dev.tradewind.catalog.domain.ProductRow;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Result;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.quarkus.Problem;
import dev.tradewind.quarkus.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Imports: accepted once their rows are kept, and looked at. */
@Singleton
public class Imports {

  /** So few that the largest rows there can be fit into an item of 400 KB together. */
  static final int ROWS_A_PART = 50;

  private static final int WRITES_AT_ONCE = 4;

  private final StreamHandler<ProductImport, ImportCommand, ImportEvent> streams;
  private final KeptRows kept;
  private final ImportDecider decider = new ImportDecider();

  Imports(StreamHandler<ProductImport, ImportCommand, ImportEvent> streams, KeptRows kept) {
    this.streams = streams;
    this.kept = kept;
  }

  /**
   * Keeps the rows, then accepts the import: from then on it reaches its end.
   *
   * @return the import as it is now; it fails with a problem when another file was accepted under this id
   */
  public Uni<ProductImport> accept(String importId, String fingerprint, List<ProductRow> rows) {
    var parts = parts(rows);
    var accept = new Accept(importId, fingerprint, rows.size(), parts.size());
    var keeping = new ArrayList<Uni<Void>>();
    for (int part = 0; part < parts.size(); part++) {
      keeping.add(kept.keep(importId, fingerprint, part, parts.get(part)));
    }
    return Uni.join().all(keeping).usingConcurrencyOf(WRITES_AT_ONCE).andFailFast()
        .flatMap(all -> streams.handle(Cause.request("accept", importId, Traces.current()), ProductImport.stream(importId), accept))
        .map(result -> switch (result) {
          case Result.Committed<ProductImport, ImportEvent>(var history, var state) -> state;
          case Result.Repeated<ProductImport, ImportEvent>(var history, var state, var commit) -> state;
          case Result.Unchanged<ProductImport, ImportEvent>(var history, var state) -> state;
          case Result.Refused<ProductImport, ImportEvent>(var state, var code, var detail) -> throw Problem.of(409, code, detail);
          case Result.Postponed<ProductImport, ImportEvent> postponed -> throw new IllegalStateException("a request is never postponed");
        })
        .invoke(state -> requireSame(state, fingerprint));
  }

  public Uni<Optional<ProductImport>> find(String importId) {
    return streams.load(ProductImport.stream(importId))
        .map(history -> Optional.of(history.fold(decider)).filter(all -> all.accepted().isPresent()));
  }

  private static void requireSame(ProductImport all, String fingerprint) {
    if (all.accepted().filter(accepted -> accepted.fingerprint().equals(fingerprint)).isEmpty()) {
      throw Problem.of(422, "idempotency-key-reused",
          "Another file was imported under this Idempotency-Key: use a new key for a new file, or send the same file to repeat the first.");
    }
  }

  private static List<List<ProductRow>> parts(List<ProductRow> rows) {
    var parts = new ArrayList<List<ProductRow>>();
    for (int from = 0; from < rows.size(); from += ROWS_A_PART) {
      parts.add(rows.subList(from, Math.min(from + ROWS_A_PART, rows.size())));
    }
    return parts;
  }
}
