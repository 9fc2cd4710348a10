package dev.tradewind.e2e;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Builds a stage when the first class asks for it, and takes it down when its last class is over, or when a class asks for another on its place: a
 * platform that nobody plays on still takes a third of a processor.
 */
final class Stages implements ParameterResolver, AfterAllCallback {

  private static final Namespace NAMESPACE = Namespace.create(Stages.class);

  private static volatile Map<String, AtomicInteger> classesLeft = Map.of();

  /** @param classes how many are to play on each stage, by its name */
  static void expect(Map<String, Long> classes) {
    classesLeft = classes.entrySet().stream().collect(
        Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> new AtomicInteger(entry.getValue().intValue())));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stage.class;
  }

  @Override
  public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
    OnStage wanted = context.getRequiredTestClass().getAnnotation(OnStage.class);
    var store = context.getRoot().getStore(NAMESPACE);
    Standing standing = store.get(wanted.place(), Standing.class);
    if (standing == null || !standing.name().equals(wanted.value())) {
      if (standing != null) {
        store.remove(wanted.place());
        standing.close();
      }
      standing = new Standing(wanted.value(), Stage.open(wanted.value(), List.of(wanted.services()), wanted.instances(), wanted.keepsData()));
      store.put(wanted.place(), standing);
    }
    return standing.stage();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    OnStage played = context.getRequiredTestClass().getAnnotation(OnStage.class);
    AtomicInteger left = classesLeft.get(played.value());
    if (left != null && left.decrementAndGet() == 0) {
      Optional.ofNullable(context.getRoot().getStore(NAMESPACE).remove(played.place(), Standing.class)).ifPresent(Standing::close);
    }
  }

  private record Standing(String name, Stage stage) implements AutoCloseable {
    @Override
    public void close() {
      stage.close();
    }
  }
}
