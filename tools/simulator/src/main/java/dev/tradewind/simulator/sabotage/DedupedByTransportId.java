package dev.tradewind.simulator.sabotage;

import dev.tradewind.core.Message;
import dev.tradewind.simulator.world.Process;
import dev.tradewind.simulator.world.Sabotage;

/** Knows a message by the id the transport gave it, which is another one each time. */
final class DedupedByTransportId implements Sabotage {

  private int received;

  @Override
  public Process on(String service, Process process) {
    return service.equals("inventory") ? process : new Renaming(process);
  }

  /** Keeps what the process is, for those who call its API. */
  private final class Renaming implements Process {

    private final Process process;

    Renaming(Process process) {
      this.process = process;
    }

    @Override
    public io.smallrye.mutiny.Uni<Void> receive(int queue, Message message) {
      return process.receive(queue, new Message("transport/" + ++received, message.source(), message.subject(), message.sequence(), message.time(),
          message.causationId(), message.correlationId(), message.traceparent(), message.notBefore(), message.data()));
    }

    @Override
    public Process api() {
      return process.api();
    }
  }
}
