package dev.tradewind.archive.format;

import io.smallrye.mutiny.Multi;
import java.util.concurrent.atomic.AtomicReference;

/** Lists a bucket page by page, no further than is asked for. */
final class Keys {

  private Keys() {}

  /** The keys with this prefix that come after this one, in order. */
  static Multi<String> list(ObjectStore store, String prefix, String after) {
    return Multi.createBy().repeating()
        .uni(() -> new AtomicReference<>(after), last -> store.list(prefix, last.get()).invoke(page -> {
          if (!page.keys().isEmpty()) {
            last.set(page.keys().getLast());
          }
        }))
        .whilst(ObjectStore.Page::more)
        .onItem().<String>transformToIterable(ObjectStore.Page::keys);
  }
}
