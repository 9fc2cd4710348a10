package dev.tradewind.inventory.domain;

/**
 * What is written only if nobody else wrote it first: version 1 if there is none yet, a later one only on the version before it.
 * Never deleted.
 */
public sealed interface Item permits Token, Receipt, Directory {

  /** The key as stored. */
  String key();

  /** 1 for the first, and one more for each change. */
  long version();
}
