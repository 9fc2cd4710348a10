package dev.tradewind.inventory.api;

import dev.tradewind.inventory.domain.Sku;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Units that arrived.
 *
 * @param warehouse where they lie
 * @param quantity units
 */
public record ReceiptRequest(
    @NotNull @Pattern(regexp = Sku.WAREHOUSE_PATTERN, message = "must be 1 to 32 of a-z, 0-9 and -") String warehouse,
    @Min(1) @Max(1_000_000_000) long quantity) {}
