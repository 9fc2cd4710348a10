package dev.tradewind.orders.api;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.quarkus.CurrencyCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The body of {@code POST /v1/orders}.
 *
 * @param customerId who orders
 * @param currency ISO 4217 code of all prices
 * @param lines what is ordered, each product once
 * @param paymentMethod the payment provider's token for the customer's card
 * @param shipTo where it goes
 */
@EachSkuOnce
record PlaceOrder(
    @NotNull(message = "is required") @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "must be 1 to 64 letters, digits, - or _") String customerId,
    @NotNull(message = "is required") @CurrencyCode String currency,
    @NotNull(message = "is required") @Size(min = 1, max = 50, message = "must have 1 to 50 lines") List<@NotNull(message = "is required") @Valid Line> lines,
    @NotNull(message = "is required") @Pattern(regexp = "[\\x21-\\x7E]{1,128}", message = "must be 1 to 128 visible ASCII characters") String paymentMethod,
    @NotNull(message = "is required") @Valid ShipTo shipTo) {

  /**
   * One line.
   *
   * @param sku which product
   * @param quantity units
   * @param unitPrice of one unit, in minor units of the currency, such as cents
   */
  record Line(
      @NotNull(message = "is required") @Pattern(regexp = "[A-Z0-9][A-Z0-9._-]{0,63}", message = "must be 1 to 64 capital letters, digits, . _ or -") String sku,
      @Min(value = 1, message = "must be 1 or more") @Max(value = 10_000, message = "must be 10000 or less") int quantity,
      @Min(value = 0, message = "must be 0 or more") @Max(value = 100_000_000, message = "must be 100000000 or less") long unitPrice) {}

  /** Where the parcel goes. */
  record ShipTo(
      @NotBlank(message = "is required") @Size(max = 100, message = "must be 100 characters or less") String name,
      @NotBlank(message = "is required") @Size(max = 200, message = "must be 200 characters or less") String street,
      @NotBlank(message = "is required") @Size(max = 100, message = "must be 100 characters or less") String city,
      @NotBlank(message = "is required") @Size(max = 20, message = "must be 20 characters or less") String postalCode,
      @NotNull(message = "is required") @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166 code of two capital letters") String country) {}

  List<OrderLine> orderLines() {
    return lines.stream().map(line -> new OrderLine(line.sku(), line.quantity(), line.unitPrice())).toList();
  }

  Address address() {
    return new Address(shipTo.name(), shipTo.street(), shipTo.city(), shipTo.postalCode(), shipTo.country());
  }
}
