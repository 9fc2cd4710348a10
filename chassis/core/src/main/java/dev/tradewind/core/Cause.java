package dev.tradewind.core;

/**
 * Why a commit was made: a message, or a request from outside.
 *
 * @param id the message's id, or {@code request/…} with a name that the client's repeat of the request has again
 * @param answers the id of the message that the causing message answers; empty for a request
 * @param correlationId the order it belongs to
 * @param traceparent W3C trace context of the step; empty when there is none
 */
public record Cause(String id, String answers, String correlationId, String traceparent) {

  private static final String REQUEST = "request/";

  public Cause {
    Check.notBlank(id, "id");
    Check.notNull(answers, "answers");
    Check.notBlank(correlationId, "correlationId");
    Check.notNull(traceparent, "traceparent");
  }

  public static Cause of(Message message) {
    return new Cause(message.id(), message.causationId(), message.correlationId(), message.traceparent());
  }

  /** A request over HTTP. It is not delivered again when we crash, so its deadline is armed before it commits. */
  public static Cause request(String name, String correlationId, String traceparent) {
    return new Cause(REQUEST + name, "", correlationId, traceparent);
  }

  /** The cause of the commit that records what came of a call made for the given commit. What a request led to is a request's too. */
  static Cause outcomeOf(Commit<?> intent) {
    var id = intent.id() + "/outcome";
    return new Cause(intent.cause().isRequest() ? REQUEST + id : id, "", intent.cause().correlationId(), intent.cause().traceparent());
  }

  /** The same cause, within another span. */
  public Cause tracedBy(String span) {
    return new Cause(id, answers, correlationId, span);
  }

  public boolean isRequest() {
    return id.startsWith(REQUEST);
  }
}
