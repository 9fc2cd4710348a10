package dev.tradewind.inventory.grouping;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * Brings what follows an answer back to where the question was asked: to its thread, its trace and its log fields. In a group one member's
 * thread settles all.
 */
@FunctionalInterface
public interface Homeward {

  <T> Uni<T> afterwards(Supplier<Uni<T>> asking);
}
