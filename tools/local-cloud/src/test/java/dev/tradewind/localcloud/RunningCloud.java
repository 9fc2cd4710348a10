package dev.tradewind.localcloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the endpoint of one cloud that runs, in memory, as long as the test run. */
public final class RunningCloud implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Endpoint.class;
  }

  @Override
  public Endpoint resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var cloud = context.getRoot().getStore(Namespace.GLOBAL)
        .getOrComputeIfAbsent(LocalCloud.class, key -> start(), LocalCloud.class);
    return new Endpoint(cloud.endpoint());
  }

  private static LocalCloud start() {
    try {
      return LocalCloud.start(Options.ephemeral());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
