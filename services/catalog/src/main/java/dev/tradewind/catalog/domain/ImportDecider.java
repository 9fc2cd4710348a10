package dev.tradewind.catalog.domain;

import dev.tradewind.catalog.domain.ImportCommand.Accept;
import dev.tradewind.catalog.domain.ImportCommand.CarryOn;
import dev.tradewind.catalog.domain.ImportCommand.ReportApplied;
import dev.tradewind.catalog.domain.ImportEvent.ImportAccepted;
import dev.tradewind.catalog.domain.ImportEvent.ImportExpired;
import dev.tradewind.catalog.domain.ImportEvent.PartApplied;
import dev.tradewind.core.Decider;
import dev.tradewind.core.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Carries an import part by part to its end. */
public final class ImportDecider implements Decider<ProductImport, ImportCommand, ImportEvent> {

  /** When it is looked at first: a request's deadline is on its way before its commit stands. */
  private static final Duration LOOK = Duration.ofSeconds(1);
  /** How long the commit is waited for: whoever was to make it is dead by then. */
  private static final Duration GIVE_UP = Duration.ofMinutes(1);

  @Override
  public ProductImport initial() {
    return ProductImport.none();
  }

  @Override
  public Decision<ImportEvent> decide(ProductImport all, ImportCommand command, Instant now) {
    return switch (command) {
      case Accept accept when all.expired() ->
          Decision.refuse("import-expired", "The file came so slowly that it was given up, and nothing was imported: send it again under a new key.");
      case Accept accept when all.accepted().isPresent() -> Decision.nothing();
      case Accept(var importId, var fingerprint, var rows, var parts) ->
          Decision.<ImportEvent>change(new ImportAccepted(fingerprint, rows, parts, now)).wakeAt(now.plus(LOOK));
      case CarryOn carryOn when all.expired() -> Decision.nothing();
      case CarryOn(var importId, var since) when all.accepted().isEmpty() ->
          now.isBefore(since.plus(GIVE_UP)) ? Decision.waitUntil(now.plus(LOOK)) : Decision.change(new ImportExpired());
      case CarryOn carryOn when all.done() -> Decision.nothing();
      case CarryOn(var importId, var since) -> Decision.ask(new ApplyPart(importId, all.accepted().orElseThrow().fingerprint(), all.parts()));
      case ReportApplied report when report.part() != all.parts() -> Decision.nothing();
      case ReportApplied(var importId, var part, var rows, var changed) -> {
        var applied = Decision.<ImportEvent>change(new PartApplied(part, rows, changed));
        boolean last = part + 1 == all.accepted().orElseThrow().parts();
        yield last ? applied : applied.wakeAt(now);
      }
    };
  }

  @Override
  public ProductImport evolve(ProductImport all, ImportEvent event, Instant at) {
    return switch (event) {
      case ImportAccepted accepted -> new ProductImport(Optional.of(accepted), false, 0, 0, 0, at);
      case PartApplied(var part, var rows, var changed) ->
          new ProductImport(all.accepted(), false, all.parts() + 1, all.rows() + rows, all.changed() + changed, at);
      case ImportExpired() -> new ProductImport(Optional.empty(), true, 0, 0, 0, at);
    };
  }
}
