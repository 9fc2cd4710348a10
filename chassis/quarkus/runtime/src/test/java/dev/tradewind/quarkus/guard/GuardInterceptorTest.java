package dev.tradewind.quarkus.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.quarkus.guard.Dependency.Mode;
import dev.tradewind.quarkus.guard.GuardOptions.Retry;
import io.smallrye.mutiny.Uni;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the annotation says is what the guard is told. */
class GuardInterceptorTest {

  private final Guarding guarding =
      new Guarding(Guarding.retrying(new Retry(2, Duration.ofMillis(1), Duration.ofMillis(1), 100, 10)));
  private final GuardInterceptor interceptor = new GuardInterceptor(name -> Map.of("dependency", guarding.guard).get(name));

  @Guarded("dependency")
  private static final class Once {}

  @Guarded(value = "dependency", idempotent = true)
  private static final class Idempotent {}

  @Test
  void a_call_is_made_once() {
    guarding.dependency.mode = Mode.FAIL;

    assertThat(Guarding.failure(intercepted(Once.class))).hasMessage("500");
    assertThat(guarding.dependency.requests).hasValue(1);
  }

  @Test
  void what_is_declared_idempotent_is_made_again() {
    guarding.dependency.mode = Mode.FAIL;

    assertThat(Guarding.failure(intercepted(Idempotent.class))).hasMessage("500");
    assertThat(guarding.dependency.requests).hasValue(2);
  }

  @Test
  void an_answer_passes() {
    assertThat((Object) Guarding.outcome(intercepted(Once.class))).isEqualTo("answer");
  }

  private Uni<?> intercepted(Class<?> client) {
    return (Uni<?>) interceptor.around(new Invocation(client.getAnnotation(Guarded.class), guarding.dependency));
  }

  /** A method of a client, called. */
  private record Invocation(Guarded guarded, Dependency dependency) implements InvocationContext {

    @Override
    public Object proceed() {
      return dependency.request();
    }

    @Override
    public Set<Annotation> getInterceptorBindings() {
      return Set.of(guarded);
    }

    @Override
    public <T extends Annotation> T getInterceptorBinding(Class<T> type) {
      return type.cast(guarded);
    }

    @Override
    public Object getTarget() {
      return dependency;
    }

    @Override
    public Object getTimer() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Method getMethod() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Constructor<?> getConstructor() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Object[] getParameters() {
      return new Object[0];
    }

    @Override
    public void setParameters(Object[] parameters) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Object> getContextData() {
      return Map.of();
    }
  }
}
