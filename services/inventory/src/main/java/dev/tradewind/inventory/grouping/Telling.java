package dev.tradewind.inventory.grouping;

import dev.tradewind.core.Check;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.Message;
import dev.tradewind.core.Outgoing;
import dev.tradewind.inventory.domain.Token;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** How others hear of the stock. Whatever is told, its commit is put into the log with it: also when it is told again. */
public final class Telling {

  private final EventLog log;
  private final Dispatcher dispatcher;

  public Telling(EventLog log, Dispatcher dispatcher) {
    this.log = Check.notNull(log, "log");
    this.dispatcher = Check.notNull(dispatcher, "dispatcher");
  }

  /** Answers from the token, and logs the change that the answer is about. */
  Uni<Void> tell(Token token, Message answer) {
    return tell(token.commit(answer.sequence()), List.of(answer));
  }

  /** Tells what the commit holds. */
  Uni<Void> tell(Commit<?> commit) {
    return tell(commit, commit.messagesFrom(Token.SERVICE));
  }

  /** Makes sure that somebody looks whether this commit was made, of which nobody will be told again when we die. */
  Uni<Void> armFirst(Commit<?> commit, Instant due) {
    var deadline = commit.envelope(commit.messages().size(), Outgoing.deadline(commit.stream(), due), Token.SERVICE);
    return dispatcher.dispatch(List.of(deadline));
  }

  private Uni<Void> tell(Commit<?> commit, List<Message> messages) {
    return Uni.join().all(log.put(Token.SERVICE, commit), dispatcher.dispatch(messages)).andFailFast().replaceWithVoid();
  }
}
