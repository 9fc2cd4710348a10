package dev.tradewind.janitor.aws;

import dev.tradewind.aws.TableScan;
import dev.tradewind.core.Check;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.janitor.Journals;
import dev.tradewind.janitor.domain.Counter;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * The tables of the services, scanned one after the other, with eventually consistent reads at half the price: what is so young that they miss it is
 * not judged.
 */
public final class DynamoJournals implements Journals {

  private static final List<String> STREAMS = List.of("orders", "payments", "shipping", "notifications", "insights");

  private final TableScan tables;
  private final String prefix;
  private final LogCodec codec;
  private final StockItem stock;

  /** @param prefix what the names of all tables begin with */
  public DynamoJournals(DynamoDbAsyncClient dynamo, String prefix, LogCodec codec) {
    this.tables = new TableScan(dynamo);
    this.prefix = Check.notNull(prefix, "prefix");
    this.codec = Check.notNull(codec, "codec");
    this.stock = new StockItem(codec);
  }

  @Override
  public Set<String> services() {
    var services = new TreeSet<>(STREAMS);
    services.add(StockItem.SERVICE);
    return services;
  }

  @Override
  public Multi<Stood> commits() {
    var streams = Multi.createFrom().iterable(STREAMS)
        .onItem().transformToMultiAndConcatenate(service -> tables.commits(service, prefix + service, codec))
        .map(commit -> new Stood(commit, Set.of()));
    return Multi.createBy().concatenating().streams(streams, stock(Map.of()).onItem().<Stood>transformToIterable(stock::commits));
  }

  /** Strongly consistent, unlike the rest: what was sold before is in them, and tokens are read later. */
  @Override
  public Multi<Counter> counters() {
    return stock(Map.of(":counter", AttributeValue.fromS("stock/"))).map(stock::counter).filter(Optional::isPresent).map(Optional::get);
  }

  private Multi<Map<String, AttributeValue>> stock(Map<String, AttributeValue> only) {
    var scan = ScanRequest.builder().tableName(prefix + StockItem.SERVICE).consistentRead(true);
    if (!only.isEmpty()) {
      scan.filterExpression("begins_with(#key, :counter)").expressionAttributeNames(Map.of("#key", "key")).expressionAttributeValues(only);
    }
    return tables.items(scan.build());
  }
}
