package dev.tradewind.simulator.world;

/** One copy of a message in a queue. It happens whenever somebody may receive it. */
final class Copy implements Event {

  private static final long NOBODY_POLLS = 500;

  private final World world;
  private final Letter letter;
  private int receives;

  private Copy(World world, Letter letter) {
    this.world = world;
    this.letter = letter;
  }

  /** Another one. */
  static Copy of(World world, Letter letter) {
    letter.sent();
    return new Copy(world, letter);
  }

  /** One that was in the dead-letter queue. */
  static Copy redriven(World world, Letter letter) {
    letter.redriven();
    return new Copy(world, letter);
  }

  Letter letter() {
    return letter;
  }

  int receives() {
    return receives;
  }

  @Override
  public void happen() {
    if (receives >= world.plan().maxReceives()) {
      letter.queue().bury(letter, "received " + receives + " times");
      return;
    }
    var taker = letter.queue().fleet().anyone();
    if (taker.isEmpty()) {
      world.agenda().after(NOBODY_POLLS, this);
      return;
    }
    receives++;
    new Handling(world, this, taker.get()).begin();
  }

  void comesBackAfter(long millis) {
    world.agenda().after(millis, this);
  }
}
