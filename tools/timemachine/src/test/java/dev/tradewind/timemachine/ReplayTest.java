package dev.tradewind.timemachine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.archive.format.ArchiveKey;
import dev.tradewind.archive.format.ArchiveReader;
import dev.tradewind.archive.format.InMemoryStore;
import dev.tradewind.archive.format.Lines;
import dev.tradewind.archive.format.ObjectStore.Content;
import dev.tradewind.archive.format.Span;
import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.contracts.orders.OrderPlaced;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Message;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import io.smallrye.mutiny.Uni;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final LogCodec CODEC = new LogCodec(new JsonCodec(Contracts.TYPES));

  private final InMemoryStore store = new InMemoryStore(100);
  private final StringWriter errors = new StringWriter();

  @Test
  void aModelThatDoesNotExistIsRefused() {
    assertThat(run("sales")).isEqualTo(2);
    assertThat(errors.toString()).contains("There is no read model 'sales'; there is queries");
  }

  @Test
  void whatOrdersToldIsTakenFromTheArchiveAndNothingElse() {
    archive(commit("orders", new StreamId("order", "o-1"), List.of(Outgoing.now(new OrderPlaced(order("o-1"))))),
        commit("orders", new StreamId("order", "o-2"), List.of()),
        commit("payments", new StreamId("payment", "o-1"), List.of()));

    List<Message> told = orders(time -> Uni.createFrom().voidItem()).toldBefore(NOON).collect().asList().await().indefinitely();

    assertThat(told).singleElement().satisfies(message -> {
      assertThat(message.id()).isEqualTo("order/o-1/1/0");
      assertThat(message.data()).isEqualTo(new OrderPlaced(order("o-1")));
    });
  }

  @Test
  void nothingIsReadBeforeTheArchiveIsKnownToBeComplete() {
    archive(commit("orders", new StreamId("order", "o-1"), List.of(Outgoing.now(new OrderPlaced(order("o-1"))))));
    var complete = new AtomicBoolean();
    var orders = orders(time -> Uni.createFrom().<Void>emitter(emitter -> complete.set(true)));

    orders.toldBefore(NOON).subscribe().with(message -> { });

    assertThat(complete).isTrue();
    assertThat(orders.read()).isZero();
  }

  private int run(String... arguments) {
    var out = new PrintWriter(new StringWriter());
    return Exit.of(new Replay(Place.of(store), () -> NOON), out, new PrintWriter(errors, true), arguments);
  }

  private ArchivedOrders orders(Function<Instant, Uni<Void>> complete) {
    return new ArchivedOrders(new ArchiveReader(store, CODEC), CODEC, Span.all(), complete, line -> { });
  }

  private void archive(String... lines) {
    var content = Lines.of(Stream.of(lines).map(line -> line.getBytes(StandardCharsets.UTF_8)).toList());
    store.put(new ArchiveKey(NOON, "shard-0", "1", Integer.toString(lines.length)).toString(),
        new Content(content.compressed(), "application/gzip", Map.of())).await().indefinitely();
  }

  private static String commit(String service, StreamId stream, List<Outgoing> messages) {
    return CODEC.write(service, new Commit<>(stream, 1, Cause.request("place", stream.key(), ""), NOON, List.of(), messages));
  }

  private static OrderDocument order(String id) {
    return new OrderDocument(id, "c-1", "PLACED", Optional.empty(), new Money(100, "EUR"), List.of(new OrderLine("SKU-1", 1, 100)),
        Optional.of(NOON), Optional.of("DE"));
  }
}
