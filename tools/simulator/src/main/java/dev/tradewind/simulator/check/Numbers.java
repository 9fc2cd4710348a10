package dev.tradewind.simulator.check;

import java.util.Arrays;

/** A set of numbers other than 0 in one array: a search meets millions. */
final class Numbers {

  private long[] slots = new long[1 << 12];
  private int size;

  /** Whether it was not in it before. */
  boolean add(long number) {
    long wanted = number == 0 ? 1 : number;
    if (size * 2L >= slots.length) {
      grow();
    }
    int at = find(slots, wanted);
    if (slots[at] == wanted) {
      return false;
    }
    slots[at] = wanted;
    size++;
    return true;
  }

  int size() {
    return size;
  }

  private void grow() {
    var larger = new long[slots.length * 2];
    Arrays.stream(slots).filter(number -> number != 0).forEach(number -> larger[find(larger, number)] = number);
    slots = larger;
  }

  private static int find(long[] in, long number) {
    int at = (int) (number & (in.length - 1));
    while (in[at] != 0 && in[at] != number) {
      at = at + 1 & in.length - 1;
    }
    return at;
  }
}
