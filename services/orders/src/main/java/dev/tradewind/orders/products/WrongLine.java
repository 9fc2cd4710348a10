package dev.tradewind.orders.products;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradewind.contracts.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/**
 * A line of an order that does not agree with what is known of its product.
 *
 * @param pointer to what is wrong, as a JSON pointer (RFC 6901)
 * @param code which kind of fault, for machines
 * @param detail the same for people
 * @param price of one unit now; absent when there is none in the order's currency
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record WrongLine(String pointer, String code, String detail, Optional<Money> price) {

  /** The product was never told; the copy may be behind by a moment. */
  public static final String UNKNOWN_PRODUCT = "unknown-product";

  /** The product is not sold, or not in the order's currency. */
  public static final String PRODUCT_NOT_SOLD = "product-not-sold";

  /** One unit costs something else. */
  public static final String PRICE_CHANGED = "price-changed";
}
