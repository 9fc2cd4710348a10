package dev.tradewind.catalog.content;

import dev.tradewind.catalog.domain.ProductContent;
import dev.tradewind.contracts.Money;
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
 * Everything that is said of a product, whole: the body of {@code PUT /v1/products/{sku}}, or a line of a file.
 *
 * @param name on one line
 * @param description absent or empty: none
 * @param active whether it is sold
 * @param prices one a currency
 */
public record PutProduct(
    @NotBlank(message = "is required") @Size(max = LONGEST_NAME, message = "must be 200 characters or less")
    @Pattern(regexp = "\\P{Cntrl}*", message = "must be on one line, without control characters") String name,
    @Size(max = LONGEST_DESCRIPTION, message = "must be 1000 characters or less") String description,
    @NotNull(message = "is required") Boolean active,
    @NotNull(message = "is required") @Size(min = 1, max = MOST_PRICES, message = "must have 1 to 20 prices") @EachCurrencyOnce
    List<@NotNull(message = "is required") @Valid Price> prices) {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DESCRIPTION = 1_000;
  private static final int MOST_PRICES = 20;

  /**
   * What one unit costs.
   *
   * @param amount in minor units of the currency, such as cents
   * @param currency ISO 4217 code
   */
  public record Price(
      @NotNull(message = "is required")
      @Min(value = 0, message = "must be 0 or more")
      @Max(value = 100_000_000, message = "must be 100000000 or less") Long amount,
      @NotNull(message = "is required") @CurrencyCode String currency) {}

  /** The same, once it broke no rule. */
  public ProductContent content() {
    return new ProductContent(name, description == null ? "" : description, active,
        prices.stream().map(price -> new Money(price.amount(), price.currency())).toList());
  }
}
