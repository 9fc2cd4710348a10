package dev.tradewind.janitor.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.tradewind.janitor.Report;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jboss.logging.Logger;

/** One round for each event, whatever the event says. Drift is no failure of the function: it is told, counted, and returned. */
@Named("janitor")
@Singleton
public final class JanitorFunction implements RequestHandler<Map<String, Object>, JanitorFunction.Outcome> {

  private static final Logger LOG = Logger.getLogger("tradewind.janitor");

  /**
   * How it ended.
   *
   * @param drift how many findings there are
   * @param problems how many objects of the archive could not be tidied up
   */
  public record Outcome(long drift, int problems) {}

  private final JanitorBeans.Rounds rounds;

  JanitorFunction(JanitorBeans.Rounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public Outcome handleRequest(Map<String, Object> event, Context context) {
    var report = rounds.next().make(step -> LOG.infof("janitor-step step=%s", step));
    tell(report);
    return new Outcome(report.drifted(), report.problems().size());
  }

  private static void tell(Report report) {
    report.findings().forEach(finding -> LOG.warnf("drift-found id=%s kind=%s where=%s what=%s",
        finding.id(), finding.kind().label(), finding.where(), finding.what()));
    report.problems().forEach(problem -> LOG.warnf("archive-problem what=%s", problem));
    LOG.infof("janitor-done drift=%d problems=%d", report.drifted(), report.problems().size());
  }
}
