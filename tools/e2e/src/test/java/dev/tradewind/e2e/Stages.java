package dev.tradewind.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Builds a stage when the first class asks for it, and takes it down when a class asks for another, or at the end. A stage beside the others
 * stands to the end.
 */
final class Stages implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(Stages.class);
  private static final String ONE_AT_A_TIME = "one at a time";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stage.class;
  }

  @Override
  public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
    OnStage wanted = context.getRequiredTestClass().getAnnotation(OnStage.class);
    String place = wanted.beside() ? wanted.value() : ONE_AT_A_TIME;
    var store = context.getRoot().getStore(NAMESPACE);
    Standing standing = store.get(place, Standing.class);
    if (standing == null || !standing.name().equals(wanted.value())) {
      if (standing != null) {
        store.remove(place);
        standing.close();
      }
      standing = new Standing(wanted.value(), Stage.open(wanted.value(), wanted.keepsData()));
      store.put(place, standing);
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
