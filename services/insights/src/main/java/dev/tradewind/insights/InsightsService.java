package dev.tradewind.insights;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.Edge;
import dev.tradewind.core.Types;
import dev.tradewind.insights.domain.BoughtTogether;
import dev.tradewind.insights.domain.Contribution;
import dev.tradewind.insights.domain.FraudRules;
import dev.tradewind.insights.domain.Sale;
import dev.tradewind.insights.domain.SalesFigures;
import dev.tradewind.insights.domain.SuspicionDecider;
import dev.tradewind.insights.domain.SuspicionEvent;
import dev.tradewind.insights.reading.Counting;
import dev.tradewind.insights.reading.FactReader;
import dev.tradewind.insights.reading.Facts;
import dev.tradewind.insights.reading.FraudDesk;
import dev.tradewind.insights.reading.Parking;
import dev.tradewind.insights.reading.ReaderName;
import dev.tradewind.insights.readers.Handlers;
import dev.tradewind.insights.serving.Recommendations;
import dev.tradewind.insights.serving.Sales;
import dev.tradewind.insights.tables.CounterTable;
import dev.tradewind.insights.tables.ParkingTable;
import dev.tradewind.insights.tables.PlacementTable;
import dev.tradewind.insights.tables.RecommendationTable;
import dev.tradewind.insights.tables.SalesTable;
import dev.tradewind.insights.tables.SuspicionTable;
import dev.tradewind.quarkus.ChassisConfig;
import dev.tradewind.quarkus.StreamHandlers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** The service put together: what each reader does with the log, what it keeps, and what can be asked. */
@Singleton
class InsightsService {

  private final DynamoDbAsyncClient client;
  private final String prefix;
  private final Telemetry telemetry;

  InsightsService(DynamoDbAsyncClient client, ChassisConfig chassis, Telemetry telemetry) {
    this.client = client;
    this.prefix = chassis.prefix() + chassis.service() + "-";
    this.telemetry = telemetry;
  }

  /** What is stored and sent here. */
  @Produces
  @Singleton
  static Types types() {
    return Contracts.TYPES.and(SuspicionEvent.RECORDS);
  }

  @Produces
  @Singleton
  Sales sales() {
    return new SalesTable(client, table(ReaderName.SALES));
  }

  @Produces
  @Singleton
  Recommendations recommendations() {
    return new RecommendationTable(client, table(ReaderName.RECOMMENDATIONS));
  }

  @Produces
  @Singleton
  SuspicionTable suspicions() {
    return new SuspicionTable(client, table(ReaderName.FRAUD));
  }

  @Produces
  @Singleton
  Handlers handlers(InsightsConfig config, StreamHandlers streams, SuspicionTable book, InstantSource clock) {
    var limits = config.fraud();
    var desk = new FraudDesk(
        new FraudRules(Duration.ofSeconds(limits.windowSeconds()), limits.mostOrders(), limits.mostAmount(), limits.largestOrder()),
        new PlacementTable(client, table(ReaderName.FRAUD), clock, Duration.ofHours(limits.keptHours())),
        streams.handler(new SuspicionDecider(), SuspicionEvent.class, Edge.none(), telemetry),
        book);
    return new Handlers(
        new FactReader<>(ReaderName.FRAUD, Facts.placements(), desk::look, parking(ReaderName.FRAUD)),
        counting(ReaderName.RECOMMENDATIONS, BoughtTogether::of),
        counting(ReaderName.SALES, SalesFigures::of));
  }

  private FactReader<Sale> counting(ReaderName reader, Function<Sale, List<Contribution>> contributions) {
    var counting = new Counting(new CounterTable(client, table(reader)), contributions);
    return new FactReader<>(reader, Facts.sales(), counting::count, parking(reader));
  }

  private Parking parking(ReaderName reader) {
    var parking = new ParkingTable(client, table(reader));
    return record -> parking.park(record).invoke(() -> telemetry.parked(record));
  }

  private String table(ReaderName reader) {
    return prefix + reader.label();
  }
}
