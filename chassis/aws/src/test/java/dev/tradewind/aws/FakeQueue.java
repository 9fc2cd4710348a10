package dev.tradewind.aws;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A queue whose polls the test answers, and which keeps what was done with messages. Changes succeed at once unless they are told to fail or wait. */
final class FakeQueue implements Queue {

  record Poll(int most, Duration longest, UniEmitter<? super List<Message>> answer) {}

  record Hidden(String body, Duration time) {}

  final List<Poll> polls = new ArrayList<>();
  final List<String> deleted = new ArrayList<>();
  final List<Hidden> hidden = new ArrayList<>();
  final List<String> buried = new ArrayList<>();
  final List<UniEmitter<? super Void>> slowDeletes = new ArrayList<>();
  int pollsGivenUp;
  boolean slow;
  Optional<RuntimeException> broken = Optional.empty();

  @Override
  public Uni<List<Message>> receive(int most, Duration longest) {
    return Uni.createFrom().emitter(answer -> {
      var poll = new Poll(most, longest, answer);
      polls.add(poll);
      answer.onTermination(() -> {
        if (polls.remove(poll)) {
          pollsGivenUp++;
        }
      });
    });
  }

  @Override
  public Uni<Void> delete(Message message) {
    return done(() -> deleted.add(message.body())).chain(() -> slow ? Uni.createFrom().emitter(slowDeletes::add) : Uni.createFrom().voidItem());
  }

  @Override
  public Uni<Void> hide(Message message, Duration time) {
    return done(() -> hidden.add(new Hidden(message.body(), time)));
  }

  @Override
  public Uni<Void> bury(Message message, String reason) {
    return done(() -> buried.add(message.body() + ": " + reason));
  }

  /** Answers the oldest poll. */
  void bring(String... bodies) {
    bring(1, bodies);
  }

  void bring(int receives, String... bodies) {
    polls.removeFirst().answer().complete(Arrays.stream(bodies).map(body -> message(body, receives)).toList());
  }

  /** Fails the oldest poll. */
  void fail(Throwable failure) {
    polls.removeFirst().answer().fail(failure);
  }

  static Message message(String body, int receives) {
    return Message.builder()
        .body(body)
        .receiptHandle("handle of " + body)
        .attributes(Map.of(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, Integer.toString(receives)))
        .build();
  }

  private Uni<Void> done(Runnable effect) {
    return Uni.createFrom().deferred(() -> {
      if (broken.isPresent()) {
        return Uni.createFrom().failure(broken.get());
      }
      effect.run();
      return Uni.createFrom().voidItem();
    });
  }
}
