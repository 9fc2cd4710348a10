package dev.tradewind.gateway.limits;

import dev.tradewind.gateway.valkey.Valkey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;

/** Counts in Valkey, for all replicas together, by Valkey's own clock. One round trip; the script is one step to everybody else. */
@Singleton
final class SharedLimiter implements Limiter {

  /** ARGV: interval and capacity in microseconds. Answers whether it is allowed, and how far ahead of an even pace the caller is now. */
  private static final String SCRIPT = """
      local time = redis.call('TIME')
      local now = time[1] * 1000000 + time[2]
      local due = math.max(now, tonumber(redis.call('GET', KEYS[1]) or now))
      local ahead = due + tonumber(ARGV[1]) - now
      if ahead > tonumber(ARGV[2]) then
        return {0, due - now}
      end
      redis.call('SET', KEYS[1], string.format('%.0f', now + ahead), 'PX', math.ceil(ahead / 1000))
      return {1, ahead}
      """;

  private static final String PREFIX = "tradewind:limit:";

  private final Valkey valkey;

  SharedLimiter(Valkey valkey) {
    this.valkey = valkey;
  }

  @Override
  public Uni<Verdict> take(String key, Policy policy) {
    return valkey.ask("EVAL", SCRIPT, "1", PREFIX + key, Long.toString(policy.intervalMicros()), Long.toString(policy.capacityMicros()))
        .map(answer -> verdict(answer, policy));
  }

  private static Verdict verdict(Response answer, Policy policy) {
    return Verdict.of(policy, answer.get(0).toInteger() == 1, answer.get(1).toLong());
  }
}
