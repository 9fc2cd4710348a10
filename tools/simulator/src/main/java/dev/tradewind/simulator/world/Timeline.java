package dev.tradewind.simulator.world;

/** Where a world tells what happens. Nothing is put into words unless somebody listens. */
public interface Timeline {

  /** Nobody listens. */
  Timeline NONE = new Timeline() {
    @Override
    public boolean isOpen() {
      return false;
    }

    @Override
    public void tell(long time, String who, String what) {}
  };

  boolean isOpen();

  /**
   * @param time milliseconds since the world began
   * @param who an instance such as {@code orders-1.2}, a queue, a client
   */
  void tell(long time, String who, String what);
}
