package dev.tradewind.simulator.world;

import java.util.Arrays;

/**
 * The simulated clock and all that is still to happen: the earliest first, and of what happens at one time what was written down first. A
 * binary heap on plain arrays, because everything that is simulated passes through it.
 */
public final class Agenda {

  private long[] times = new long[256];
  private long[] numbers = new long[256];
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
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
      numbers = Arrays.copyOf(numbers, size * 2);
      events = Arrays.copyOf(events, size * 2);
    }
    int hole = size++;
    long when = Math.max(time, now);
    while (hole > 0 && when < times[(hole - 1) >>> 1]) {
      move((hole - 1) >>> 1, hole);
      hole = (hole - 1) >>> 1;
    }
    place(hole, when, written++, event);
  }

  /** Lets time pass while nothing happens. */
  public void skip(long millis) {
    now += millis;
  }

  /** Lets the next thing happen. */
  public void step() {
    var event = events[0];
    now = Math.max(now, times[0]);
    hash = (hash * 31 + times[0]) * 31 + numbers[0];
    happened++;
    removeFirst();
    event.happen();
  }

  /** Lets everything happen that is to happen before then. */
  public void runUntil(long time) {
    while (size > 0 && times[0] < time) {
      step();
    }
    now = Math.max(now, time);
  }

  private void removeFirst() {
    size--;
    long time = times[size];
    long number = numbers[size];
    var event = events[size];
    events[size] = null;
    if (size == 0) {
      return;
    }
    int hole = 0;
    for (int child = 1; child < size; child = hole * 2 + 1) {
      if (child + 1 < size && isBefore(child + 1, times[child], numbers[child])) {
        child++;
      }
      if (!isBefore(child, time, number)) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    place(hole, time, number, event);
  }

  private boolean isBefore(int index, long time, long number) {
    return times[index] < time || times[index] == time && numbers[index] < number;
  }

  private void move(int from, int to) {
    times[to] = times[from];
    numbers[to] = numbers[from];
    events[to] = events[from];
  }

  private void place(int at, long time, long number, Event event) {
    times[at] = time;
    numbers[at] = number;
    events[at] = event;
  }
}
