package dev.tradewind.gateway.composition;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/**
 * What shipping tells of an order's parcel.
 *
 * @param state such as {@code DISPATCHED}; {@code NONE} before anything was asked for
 * @param reason why the carrier refused
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Shipment(String state, Optional<String> trackingNumber, Optional<String> reason) {

  static final Shipment NONE = new Shipment("NONE", Optional.empty(), Optional.empty());
}
