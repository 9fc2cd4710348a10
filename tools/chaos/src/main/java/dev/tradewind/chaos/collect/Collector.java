package dev.tradewind.chaos.collect;

import dev.tradewind.chaos.proxy.Routes;
import dev.tradewind.checker.Evidence;
import dev.tradewind.checker.Request;
import dev.tradewind.checker.Stream;
import dev.tradewind.checker.Views;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Reads back what a platform holds. It changes nothing, but whatever still moves meanwhile is seen half before and half after. */
public final class Collector {

  private final Tables tables;
  private final Queues queues;
  private final KinesisClient kinesis;
  private final Optional<S3Client> s3;
  private final PartnerBooks partners;
  private final Subscribers subscribers;

  /**
   * @param dynamo of the tables, without any fault between
   * @param sqs of the queues, likewise
   * @param kinesis of the central log, likewise
   * @param s3 of the archive, likewise; empty when nobody keeps one, and nobody shows views
   * @param routes who gets what is published
   * @param partners where provider and carrier are
   */
  public Collector(DynamoDbClient dynamo, SqsClient sqs, KinesisClient kinesis, Optional<S3Client> s3, Routes routes, URI partners, HttpClient http) {
    this.tables = new Tables(dynamo);
    this.queues = new Queues(sqs);
    this.kinesis = kinesis;
    this.s3 = s3;
    this.subscribers = new Subscribers(routes);
    this.partners = new PartnerBooks(partners, http);
  }

  /**
   * Reads everything.
   *
   * @param requests what clients sent and heard
   * @param receipts units that whoever stocked the shelves delivered, by SKU
   * @param traffic what was seen between services and queues
   * @throws RuntimeException when a place cannot be read; then nothing is known
   */
  public Collected collect(List<Request> requests, Map<String, Long> receipts, Traffic traffic) throws InterruptedException {
    var journals = new Journals(tables, subscribers);
    List<Stream> streams = new ArrayList<>(journals.read());
    var shelves = Shelves.read(tables, subscribers);
    streams.addAll(shelves.streams());
    var dead = Names.QUEUES.stream().flatMap(queue -> queues.dead(queue).stream()).toList();
    var sendings = new Fates(dead, queues::content, journals.deadlines()).settle(traffic.sendings());
    var log = CentralLog.read(kinesis);
    var archive = s3.isPresent() ? Optional.of(ArchivedLog.read(s3.get(), log)) : Optional.<LogRecords>empty();
    var views = archive.map(archived -> new Views(ShownOrders.read(tables), archived.orders()));
    return new Collected(
        new Evidence(requests, streams, partners.ledger(), partners.parcels(), receipts, shelves.counters(), shelves.tokens(), sendings,
            Optional.of(log.all()), archive.map(LogRecords::all), views), dead);
  }
}
