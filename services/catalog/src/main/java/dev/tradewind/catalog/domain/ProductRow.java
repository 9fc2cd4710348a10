package dev.tradewind.catalog.domain;

/**
 * One row of a file that is imported.
 *
 * @param line where it stands in the file, counted from 1
 */
public record ProductRow(int line, String sku, ProductContent content) {}
