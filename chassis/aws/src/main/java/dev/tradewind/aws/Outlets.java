package dev.tradewind.aws;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.IntSupplier;

/**
 * The subscribers, and the one place where it is counted how many more messages may be taken from the queue: never more than subscribers
 * want, never more than there is room for.
 */
final class Outlets implements Flow.Publisher<Delivery> {

  private final int room;
  private final IntSupplier inFlight;
  private final Runnable wanted;
  private final Deque<Outlet> outlets = new ArrayDeque<>();
  private int reserved;
  private boolean closed;

  /**
   * @param room the most deliveries in flight
   * @param inFlight how many there are
   * @param wanted called when a subscriber wants more
   */
  Outlets(int room, IntSupplier inFlight, Runnable wanted) {
    this.room = room;
    this.inFlight = inFlight;
    this.wanted = wanted;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Delivery> subscriber) {
    var outlet = new Outlet(subscriber, this);
    boolean tooLate;
    synchronized (this) {
      tooLate = closed;
      if (!tooLate) {
        outlets.addLast(outlet);
      }
    }
    outlet.start();
    if (tooLate) {
      outlet.complete();
    }
  }

  void requested(Outlet outlet, long more) {
    synchronized (this) {
      outlet.want(more);
    }
    wanted.run();
  }

  synchronized void remove(Outlet outlet) {
    outlets.remove(outlet);
  }

  /** Sets places aside for messages yet to be received: at most so many, or none when not at least so many are free. */
  synchronized int reserve(int least, int most) {
    long demand = 0;
    for (var outlet : outlets) {
      demand = Math.min(room, demand + Math.min(room, outlet.wanted()));
    }
    int free = (int) Math.min(demand, room - inFlight.getAsInt()) - reserved;
    int places = closed || free < least ? 0 : Math.min(free, most);
    reserved += places;
    return places;
  }

  /** Ends a reservation: hands out what came. What nobody wants any more goes back to the queue. */
  void fill(int places, List<Received> deliveries) {
    var busy = new LinkedHashSet<Outlet>();
    var unwanted = new ArrayList<Received>();
    synchronized (this) {
      reserved -= places;
      for (var delivery : deliveries) {
        if (give(delivery, busy)) {
          continue;
        }
        unwanted.add(delivery);
      }
    }
    unwanted.forEach(delivery -> delivery.release().subscribe().with(released -> {}));
    busy.forEach(Outlet::handOut);
  }

  /** From now on nobody gets anything. */
  synchronized void close() {
    closed = true;
  }

  void complete() {
    List<Outlet> all;
    synchronized (this) {
      all = List.copyOf(outlets);
      outlets.clear();
    }
    all.forEach(Outlet::complete);
  }

  /** Turns round the subscribers, so that each has its share. */
  private boolean give(Received delivery, LinkedHashSet<Outlet> busy) {
    for (int i = outlets.size(); i > 0 && !closed; i--) {
      var outlet = outlets.removeFirst();
      outlets.addLast(outlet);
      if (outlet.wanted() > 0) {
        outlet.give(delivery);
        busy.add(outlet);
        return true;
      }
    }
    return false;
  }
}
