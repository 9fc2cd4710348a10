package dev.tradewind.log;

/** How far a shard is done, kept where the next reader of the shard finds it. */
interface Checkpoints {

  /** Says that the batch under way ends with this record. Fails when that is not known to be written, and may be repeated. */
  Prepared prepare(String lastNumber) throws LeaseLost;

  /** A batch that was said to be under way. */
  @FunctionalInterface
  interface Prepared {

    /** Says that it is done. Fails when that is not known to be written; the batch is then done again. */
    void done() throws LeaseLost;
  }

  /** Somebody else reads the shard now. */
  final class LeaseLost extends Exception {

    LeaseLost(Throwable cause) {
      super("the shard is read by somebody else", cause);
    }
  }
}
