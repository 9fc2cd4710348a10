package dev.tradewind.quarkus.guard;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.function.Function;

/** Takes the calls of what is {@link Guarded} through their guard. */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class GuardInterceptor {

  private final Function<String, HttpGuard> guards;

  @Inject
  GuardInterceptor(@Any Instance<HttpGuard> guards) {
    this(name -> guards.select(Identifier.Literal.of(name)).get());
  }

  /** @param guards by name */
  GuardInterceptor(Function<String, HttpGuard> guards) {
    this.guards = guards;
  }

  @AroundInvoke
  Object around(InvocationContext context) {
    var guarded = context.getInterceptorBinding(Guarded.class);
    var guard = guards.apply(guarded.value());
    return guarded.idempotent() ? guard.callIdempotent(() -> proceed(context)) : guard.call(() -> proceed(context));
  }

  @SuppressWarnings("unchecked") // What is guarded returns Uni.
  private static Uni<Object> proceed(InvocationContext context) {
    try {
      return (Uni<Object>) context.proceed();
    } catch (Exception failure) {
      return Uni.createFrom().failure(failure);
    }
  }
}
