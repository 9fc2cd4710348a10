package dev.tradewind.simulator.world;

import java.util.Optional;

/** The instances of one service: some alive, some not, perhaps of two versions. */
public final class Fleet {

  private final World world;
  private final SimulatedService service;
  private final Instance[] instances;
  private int lives;

  Fleet(World world, SimulatedService service, int size) {
    this.world = world;
    this.service = service;
    this.instances = new Instance[size];
  }

  SimulatedService service() {
    return service;
  }

  void begin(int release) {
    for (int i = 0; i < instances.length; i++) {
      instances[i] = new Instance(world, this, i + 1, ++lives, release);
    }
  }

  /** Any that takes work now. */
  Optional<Instance> anyone() {
    int first = world.fate().pick(instances.length);
    for (int i = 0; i < instances.length; i++) {
      var one = instances[(first + i) % instances.length];
      if (one.isAwake()) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  void restart(Instance dead, int release, long after) {
    world.agenda().after(after, () -> {
      if (instances[dead.number() - 1] == dead) {
        start(dead.number(), release);
      }
    });
  }

  /** Replaces one by one that runs a newer version. What the old one was busy with, it never finishes. */
  void upgrade(int index, int release) {
    var old = instances[index];
    if (old.release() < release) {
      old.stop();
      start(old.number(), release);
    }
  }

  /** Everybody is alive and of this version. Who stands still goes on by itself. */
  void renew(int release) {
    for (var old : instances) {
      if (!old.isAlive() || old.release() < release) {
        old.stop();
        start(old.number(), release);
      }
    }
  }

  int size() {
    return instances.length;
  }

  private void start(int number, int release) {
    var fresh = new Instance(world, this, number, ++lives, release);
    instances[number - 1] = fresh;
    world.tell(fresh.name(), "starts" + (release > 1 ? ", release " + release : ""));
  }
}
