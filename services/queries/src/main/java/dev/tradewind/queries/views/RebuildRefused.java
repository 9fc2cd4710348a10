package dev.tradewind.queries.views;

/** A step of a rebuild that would do harm; its message says why, and what to do. Nothing was changed. */
public final class RebuildRefused extends RuntimeException {

  RebuildRefused(String why) {
    super(why);
  }
}
