package dev.tradewind.catalog.messaging;

import dev.tradewind.catalog.domain.ImportCommand.CarryOn;
import dev.tradewind.catalog.domain.ImportCommand;
import dev.tradewind.catalog.domain.ImportEvent;
import dev.tradewind.catalog.domain.Product;
import dev.tradewind.catalog.domain.ProductCommand.LookAgain;
import dev.tradewind.catalog.domain.ProductCommand;
import dev.tradewind.catalog.domain.ProductEvent;
import dev.tradewind.catalog.domain.ProductImport;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Message;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.wire.UnreadableMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What comes in by message: deadlines, which this service sends to itself. */
@ApplicationScoped
public class CatalogMessages {

  private final StreamHandler<Product, ProductCommand, ProductEvent> products;
  private final StreamHandler<ProductImport, ImportCommand, ImportEvent> imports;

  public CatalogMessages(
      StreamHandler<Product, ProductCommand, ProductEvent> products, StreamHandler<ProductImport, ImportCommand, ImportEvent> imports) {
    this.products = products;
    this.imports = imports;
  }

  @Incoming("commands")
  public Uni<Void> command(Message message) {
    if (message.data() instanceof Deadline deadline) {
      return due(message, deadline);
    }
    throw new UnreadableMessage("catalog takes no command " + message.data().getClass().getSimpleName());
  }

  private Uni<Void> due(Message message, Deadline deadline) {
    var stream = deadline.streamId();
    return switch (stream.kind()) {
      case Product.KIND -> products.receive(message, stream, new LookAgain());
      case ProductImport.KIND -> imports.receive(message, stream, new CarryOn(stream.key(), message.time()));
      default -> throw new UnreadableMessage("catalog has no streams of the kind " + stream.kind());
    };
  }
}
