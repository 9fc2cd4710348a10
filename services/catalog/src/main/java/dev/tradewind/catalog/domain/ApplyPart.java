package dev.tradewind.catalog.domain;

import dev.tradewind.core.Call;

/** Applies the rows of one part of a file. It may be repeated: a product recognises the row. */
public record ApplyPart(String importId, String fingerprint, int part) implements Call {}
