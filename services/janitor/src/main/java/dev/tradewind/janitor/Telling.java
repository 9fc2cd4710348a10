package dev.tradewind.janitor;

import dev.tradewind.contracts.janitor.DriftFound;
import dev.tradewind.core.Message;
import dev.tradewind.janitor.domain.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The messages that a report is worth. */
public final class Telling {

  private static final String SOURCE = "/tradewind/janitor";

  private Telling() {}

  /** One for each finding. The same drift has the same id and the same content, whenever it is found; only the time is that of the finding. */
  public static List<Message> of(Report report) {
    return report.findings().stream().map(finding -> message(finding, report.at())).toList();
  }

  private static Message message(Finding finding, Instant at) {
    var stream = "drift/" + finding.id();
    return new Message(stream + "/1/0", SOURCE, stream, 1, at, "schedule/janitor", finding.where(), "", Optional.empty(),
        new DriftFound(finding.kind().label(), finding.where(), finding.what(), finding.kind().advice()));
  }
}
