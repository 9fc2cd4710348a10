package dev.tradewind.inventory;

import dev.tradewind.inventory.domain.Receipt;
import dev.tradewind.inventory.domain.Token;
import dev.tradewind.inventory.grouping.StockObserver;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jboss.logging.Logger;

/** One log line for each thing that changed, and the metrics that the README tells operators to watch. */
@Singleton
class StockTelemetry implements StockObserver {

  private static final Logger LOG = Logger.getLogger("tradewind.stock");

  private final MeterRegistry meters;
  private final DistributionSummary members;

  StockTelemetry(MeterRegistry meters) {
    this.meters = meters;
    this.members = DistributionSummary.builder("tradewind.stock.group.members")
        .description("Orders and receipts that shared a transaction").publishPercentiles(0.5, 0.99).register(meters);
  }

  @Override
  public void changed(Token token) {
    var change = token.changes().getLast();
    tokens(change.state().name().toLowerCase(Locale.ROOT));
    LOG.infof("committed stream=stock/%s version=%d state=%s reason=%s cause=%s", token.orderId(), token.version(), change.state(),
        token.rejection().map(why -> why.reason() + why.skus()).orElse("-"), change.cause());
  }

  @Override
  public void unchanged(String orderId) {
    tokens("unchanged");
    LOG.debugf("unchanged stream=stock/%s", orderId);
  }

  @Override
  public void received(Receipt receipt) {
    meters.counter("tradewind.stock.receipts").increment();
    LOG.infof("received sku=%s warehouse=%s quantity=%d receipt=%s", receipt.sku(), receipt.warehouse(), receipt.quantity(), receipt.id());
  }

  @Override
  public void grouped(int size, int items) {
    members.record(size);
    LOG.debugf("grouped members=%d items=%d", size, items);
  }

  @Override
  public void conflicted(int items, int attempt) {
    meters.counter("tradewind.stock.conflicts").increment();
    LOG.debugf("conflicted items=%d attempt=%d", items, attempt);
  }

  @Override
  public void surprised(int skus) {
    meters.counter("tradewind.stock.surprises").increment();
    LOG.debugf("surprised skus=%d", skus);
  }

  private void tokens(String outcome) {
    meters.counter("tradewind.stock.tokens", "outcome", outcome).increment();
  }
}
