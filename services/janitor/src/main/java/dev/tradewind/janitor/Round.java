package dev.tradewind.janitor;

import dev.tradewind.core.Check;
import io.smallrye.mutiny.Multi;
import java.util.function.Consumer;

/** One round of the janitor: it looks, leaves its figures, and tells of drift. */
public final class Round {

  private static final int TOLD_AT_ONCE = 4;

  private final Janitor janitor;
  private final Task task;
  private final Alarm alarm;
  private final Consumer<String> metrics;

  /** @param metrics takes a line of figures */
  public Round(Janitor janitor, Task task, Alarm alarm, Consumer<String> metrics) {
    this.janitor = Check.notNull(janitor, "janitor");
    this.task = Check.notNull(task, "task");
    this.alarm = Check.notNull(alarm, "alarm");
    this.metrics = Check.notNull(metrics, "metrics");
  }

  /** It returns when everything is told, and fails when that cannot be: another round finds the same drift again. */
  public Report make(Consumer<String> progress) {
    var report = janitor.run(task, progress);
    metrics.accept(Metrics.line(report));
    Multi.createFrom().iterable(Telling.of(report)).onItem().transformToUni(alarm::tell).merge(TOLD_AT_ONCE).collect().last().await().indefinitely();
    return report;
  }
}
