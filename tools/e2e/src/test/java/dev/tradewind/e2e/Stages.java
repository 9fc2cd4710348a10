package dev.tradewind.e2e;

import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Builds a stage when the first class asks for it, and takes it down when a class asks for another on its place, or at the end. */
final class Stages implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(Stages.class);

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

  private record Standing(String name, Stage stage) implements AutoCloseable {
    @Override
    public void close() {
      stage.close();
    }
  }
}
