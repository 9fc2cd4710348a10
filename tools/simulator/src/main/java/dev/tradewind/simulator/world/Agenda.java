package dev.tradewind.simulator.world;

import java.util.Arrays;

/**
 * The simulated clock and all that is still to happen: the earliest first, and of what happens at one time what was written down first. A
 * binary heap on plain arrays, because everything that is simulated passes through it. A place in it is one number, the time before the
 * number in which it was written down: enough for 4 years and 67 million events.
 */
public final class Agenda {

  private static final int NUMBER_BITS = 26;
  private static final long NUMBER = (1L << NUMBER_BITS) - 1;
  private static final long LATEST = Long.MAX_VALUE >>> NUMBER_BITS;

  private long[] places = new long[256];
  private Event[] events = new Event[256];
  private int size;
  private long now;
  private long written;
  private long happened;
  private long hash;

  /** Milliseconds since the world began. */
  public long now() {
    return now;
  }

  /** How many events happened so far. */
  public long happened() {
    return happened;
  }

  /** The same for two runs only if the same kinds of things happened at the same times in the same order. */
  public long hash() {
    return hash;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public void after(long millis, Event event) {
    at(now + millis, event);
  }

  public void at(long time, Event event) {
    if (time > LATEST || written > NUMBER) {
      throw new IllegalStateException("the agenda is full: it has room for %d ms and %d events".formatted(LATEST, NUMBER));
    }
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
      events = Arrays.copyOf(events, size * 2);
    }
    long place = Math.max(time, now) << NUMBER_BITS | written++;
    int hole = size++;
    while (hole > 0 && place < places[(hole - 1) >>> 1]) {
      move((hole - 1) >>> 1, hole);
      hole = (hole - 1) >>> 1;
    }
    put(hole, place, event);
  }

  /** Lets time pass while nothing happens. */
  public void skip(long millis) {
    now += millis;
  }

  /** Lets the next thing happen. */
  public void step() {
    var event = events[0];
    now = Math.max(now, first());
    hash = (hash * 31 + first()) * 31 + (places[0] & NUMBER);
    happened++;
    removeFirst();
    event.happen();
  }

  /** Lets everything happen that is to happen before then. */
  public void runUntil(long time) {
    while (size > 0 && first() < time) {
      step();
    }
    now = Math.max(now, time);
  }

  private long first() {
    return places[0] >>> NUMBER_BITS;
  }

  private void removeFirst() {
    size--;
    long place = places[size];
    var event = events[size];
    events[size] = null;
    if (size == 0) {
      return;
    }
    int hole = 0;
    for (int child = 1; child < size; child = hole * 2 + 1) {
      if (child + 1 < size && places[child + 1] < places[child]) {
        child++;
      }
      if (places[child] > place) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    put(hole, place, event);
  }

  private void move(int from, int to) {
    put(to, places[from], events[from]);
  }

  private void put(int at, long place, Event event) {
    places[at] = place;
    events[at] = event;
  }
}
