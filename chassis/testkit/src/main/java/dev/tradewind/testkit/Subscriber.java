package dev.tradewind.testkit;

import dev.tradewind.core.Check;
import dev.tradewind.core.Message;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.function.Predicate;

/** Who gets a copy of which messages. */
record Subscriber(String name, Predicate<Message> wants, Function<Message, Uni<Void>> handler) {

  Subscriber {
    Check.notBlank(name, "name");
    Check.notNull(wants, "wants");
    Check.notNull(handler, "handler");
  }
}
