package dev.tradewind.catalog.domain;

import static dev.tradewind.testkit.DeciderSpec.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.catalog.domain.ImportCommand.Accept;
import dev.tradewind.catalog.domain.ImportCommand.CarryOn;
import dev.tradewind.catalog.domain.ImportCommand.ReportApplied;
import dev.tradewind.catalog.domain.ImportEvent.ImportAccepted;
import dev.tradewind.catalog.domain.ImportEvent.ImportExpired;
import dev.tradewind.catalog.domain.ImportEvent.PartApplied;
import dev.tradewind.testkit.DeciderSpec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportDeciderTest {

  private final DeciderSpec<ProductImport, ImportCommand, ImportEvent> nothing = DeciderSpec.of(new ImportDecider());
  private final ImportAccepted accepted = new ImportAccepted("print", 70, 2, START);
  private final DeciderSpec<ProductImport, ImportCommand, ImportEvent> begun = nothing.given(accepted);
  private final Accept accept = new Accept("i", "print", 70, 2);
  private final CarryOn carryOn = new CarryOn("i", START);

  @Test
  void an_accepted_import_begins_soon() {
    nothing.when(accept).thenEvents(accepted).thenMessages().thenWakesAt(START.plusSeconds(1));
  }

  @Test
  void one_part_is_applied_after_the_other() {
    begun.when(carryOn).thenAsks(new ApplyPart("i", "print", 0));
    begun.when(new ReportApplied("i", 0, 50, 3)).thenEvents(new PartApplied(0, 50, 3)).thenWakesAt(START)
        .thenState(all -> all.rows() == 50 && all.changed() == 3 && !all.done())
        .when(carryOn).thenAsks(new ApplyPart("i", "print", 1));
  }

  @Test
  void the_last_part_is_the_end() {
    begun.given(new PartApplied(0, 50, 3)).when(new ReportApplied("i", 1, 20, 20)).thenEvents(new PartApplied(1, 20, 20)).thenNeverWakes()
        .thenState(all -> all.done() && all.rows() == 70 && all.changed() == 23)
        .when(carryOn).thenNothing();
  }

  @Test
  void a_part_that_was_applied_twice_counts_once() {
    begun.given(new PartApplied(0, 50, 3)).when(new ReportApplied("i", 0, 50, 0)).thenNothing();
  }

  @Test
  void what_was_accepted_is_not_accepted_again() {
    begun.when(accept).thenNothing();
    begun.when(new Accept("i", "other", 1, 1)).thenNothing();
  }

  @Test
  void what_was_waited_for_in_vain_is_never_accepted() {
    nothing.at(START.plusSeconds(59)).when(carryOn).thenWaitsUntil(START.plusSeconds(60));
    nothing.at(START.plusSeconds(60)).when(carryOn).thenEvents(new ImportExpired()).thenNeverWakes();
    nothing.given(new ImportExpired()).when(carryOn).thenNothing();
    nothing.given(new ImportExpired()).when(accept).thenRefuses("import-expired");
  }

  @Test
  void an_id_follows_from_the_key() {
    assertThat(ProductImport.id("k-1")).isEqualTo(ProductImport.id("k-1")).isNotEqualTo(ProductImport.id("k-2"));
    assertThat(ProductImport.isId(ProductImport.id("k-1"))).isTrue();
    assertThat(ProductImport.isId("../etc")).isFalse();
  }
}
