package dev.tradewind.partners.faults;

/** How a partner treats one request, as chosen by a test card or a test city. */
public enum Behaviour {
  /** Does it and says so. */
  PLAIN,
  /** Refuses for a reason of its business. */
  DECLINE,
  /** Does it at once, and answers late. */
  SLOW,
  /** Answers 500 twice without doing anything, then does it. */
  FAIL_TWICE,
  /** Does it, and closes the connection instead of answering; a repeat is answered. */
  LOSE_ANSWER
}
