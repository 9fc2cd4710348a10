package dev.tradewind.catalog;

import dev.tradewind.catalog.domain.ImportCommand;
import dev.tradewind.catalog.domain.ImportDecider;
import dev.tradewind.catalog.domain.ImportEvent;
import dev.tradewind.catalog.domain.Product;
import dev.tradewind.catalog.domain.ProductCommand;
import dev.tradewind.catalog.domain.ProductContent;
import dev.tradewind.catalog.domain.ProductDecider;
import dev.tradewind.catalog.domain.ProductEvent;
import dev.tradewind.catalog.domain.ProductImport;
import dev.tradewind.catalog.domain.ProductRow;
import dev.tradewind.catalog.imports.ImportEdge;
import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.Edge;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.Types;
import dev.tradewind.quarkus.StreamHandlers;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The service put together: its types, its two deciders, their handlers. */
@RegisterForReflection(targets = {ProductRow.class, ProductContent.class})
final class CatalogService {

  /** What is stored and sent here. */
  @Produces
  @Singleton
  static Types types() {
    return Contracts.TYPES.and(ProductEvent.RECORDS).and(ImportEvent.RECORDS);
  }

  @Produces
  @Singleton
  static StreamHandler<Product, ProductCommand, ProductEvent> products(StreamHandlers handlers) {
    return handlers.handler(new ProductDecider(), ProductEvent.class, Edge.none());
  }

  @Produces
  @Singleton
  static StreamHandler<ProductImport, ImportCommand, ImportEvent> imports(StreamHandlers handlers, ImportEdge edge) {
    return handlers.handler(new ImportDecider(), ImportEvent.class, edge);
  }
}
