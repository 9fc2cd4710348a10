package dev.tradewind.gateway.composition;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradewind.contracts.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/**
 * What payments tells of an order's payment that a customer may know.
 *
 * @param state such as {@code CAPTURED}; {@code NONE} before anything was asked for
 * @param reason why it was declined
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Payment(String state, Optional<Money> amount, Optional<String> reason) {

  static final Payment NONE = new Payment("NONE", Optional.empty(), Optional.empty());
}
