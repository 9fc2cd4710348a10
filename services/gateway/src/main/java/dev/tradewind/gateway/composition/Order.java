package dev.tradewind.gateway.composition;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderLine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An order as orders tells it. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record Order(
    String orderId,
    String customerId,
    String state,
    Optional<String> reason,
    Money total,
    List<OrderLine> lines,
    Optional<String> trackingNumber,
    long version,
    Instant placedAt,
    Instant changedAt) {

  Set<String> skus() {
    return lines.stream().map(OrderLine::sku).collect(Collectors.toUnmodifiableSet());
  }
}
