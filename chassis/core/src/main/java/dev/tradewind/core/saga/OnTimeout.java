package dev.tradewind.core.saga;

/** What it means when a step has not answered after its last attempt. */
public enum OnTimeout {
  /** Undo it too: its undo is safe even when the step never happened, or happens later. */
  COMPENSATE,
  /** Its outcome is unknown and must not be guessed: a person decides. Until then a late answer still counts. */
  NEEDS_ATTENTION
}
