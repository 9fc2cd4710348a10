package dev.tradewind.localcloud.servicediscovery;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Identifiers as Cloud Map makes them. */
final class Ids {

  private static final RandomGenerator RANDOM = new SecureRandom();
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int ID_LENGTH = 16;
  private static final int OPERATION_LENGTH = 32;
  private static final int SUFFIX_LENGTH = 8;

  private Ids() {}

  static String namespace() {
    return "ns-" + letters(ID_LENGTH);
  }

  static String service() {
    return "srv-" + letters(ID_LENGTH);
  }

  static String operation() {
    return letters(OPERATION_LENGTH) + "-" + letters(SUFFIX_LENGTH);
  }

  private static String letters(int count) {
    return RANDOM.ints(count, 0, LETTERS.length()).mapToObj(LETTERS::charAt).map(String::valueOf).collect(Collectors.joining());
  }
}
