package dev.tradewind.catalog;

import io.smallrye.config.ConfigMapping;

/** Every setting of catalog; {@code application.properties} says what each is for. */
@ConfigMapping(prefix = "tradewind.catalog")
public interface CatalogSettings {

  int maxAgeSeconds();

  int staleWhileRevalidateSeconds();

  int mostImportRows();

  int rowsKeptDays();
}
