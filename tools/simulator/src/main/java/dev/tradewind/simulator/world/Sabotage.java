package dev.tradewind.simulator.world;

import dev.tradewind.log.LogHandler;

/** A mistake made on purpose, to see that it is found. By default everything is as it should be. */
public interface Sabotage {

  Sabotage NONE = new Sabotage() {};

  /** Changes what a process of the service stands on. */
  default Ports on(String service, Ports ports) {
    return ports;
  }

  /** Whether whoever operates the queues throws dead letters away. */
  default boolean dropsDeadLetters() {
    return false;
  }

  /** Changes what a process is told it received. */
  default Process on(String service, Process process) {
    return process;
  }

  /** Changes how the log is archived. */
  default LogHandler on(LogHandler archiver) {
    return archiver;
  }

  /** Changes the status with which a client is answered. */
  default int answer(int status) {
    return status;
  }
}
