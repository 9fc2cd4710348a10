package dev.tradewind.catalog.imports;

import dev.tradewind.catalog.domain.ProductRow;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where the rows of a file are until they were applied. */
interface KeptRows {

  /** Keeps the rows of a part. It may be repeated: the same part of the same file is the same for ever. */
  Uni<Void> keep(String importId, String fingerprint, int part, List<ProductRow> rows);

  /** The rows of a part; it fails when they are not there any more. */
  Uni<List<ProductRow>> read(String importId, String fingerprint, int part);
}
