package dev.tradewind.simulator.world;

/** Every kind of thing that goes wrong, and how often at the most: the chance each time it could happen. */
public enum Fault {
  CRASH_BEFORE("a process dies just before an effect", 0.01),
  CRASH_AFTER("a process dies just after an effect, before it hears of it", 0.01),
  ZOMBIE("a process stands still, perhaps until its messages were given to others, and then goes on", 0.005),
  SLOW("an answer takes up to half a minute", 0.03),
  CLOCK_SKEW("the clock of a process is up to a minute wrong", 0.5),
  WRITE_FAILED("a write fails and did not happen", 0.05),
  ANSWER_LOST("a write happens and its answer is lost", 0.05),
  LATE_EFFECT("a caller gives up on a write, a send, a put or a call, and later it happens after all", 0.02),
  THROTTLE("the table is asked too much and refuses a write", 0.05),
  CONFLICT("a transaction meets another and is cancelled", 0.15),
  DROP("a send, or a put into the log, fails and did not happen", 0.05),
  SEND_ANSWER_LOST("a send, or a put into the log, happens and its answer is lost", 0.05),
  DUPLICATE("a queue delivers a message once more, perhaps after it was deleted", 0.08),
  REORDER("a message is overtaken by those sent up to two seconds later", 0.3),
  DELAY("a message takes up to a minute", 0.05),
  ACKNOWLEDGE_LOST("a message was handled, but is not deleted", 0.05),
  POISON("something that nobody can read is put into a queue", 0.01),
  PARTNER_TIMED_OUT("the provider or the carrier did it, and its answer is lost", 0.1),
  PARTNER_OUTAGE("the provider or the carrier is away for up to two minutes", 0.003),
  CLIENT_UNHEARD("a client does not hear the answer, and asks again", 0.1),
  UPGRADE("a process is replaced by one that knows another saga too, while others still do not", 0.8),
  REDRIVE("a message comes back from a dead-letter queue days later", 1);

  private final String meaning;
  private final double highest;

  Fault(String meaning, double highest) {
    this.meaning = meaning;
    this.highest = highest;
  }

  public String meaning() {
    return meaning;
  }

  /** The highest chance a world gives it. */
  public double highest() {
    return highest;
  }
}
