package dev.tradewind.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a {@link Cloud} of its own over the suite's one set of clients. */
final class CloudExtension implements ParameterResolver, AfterEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(CloudExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Cloud.class;
  }

  @Override
  public Cloud resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var clients = context.getRoot().getStore(NAMESPACE)
        .getOrComputeIfAbsent(Clients.class, key -> open(), Clients.class);
    return context.getStore(NAMESPACE).getOrComputeIfAbsent(Cloud.class, key -> new Cloud(clients), Cloud.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var cloud = context.getStore(NAMESPACE).remove(Cloud.class, Cloud.class);
    if (cloud != null) {
      cloud.close();
    }
  }

  private static Clients open() {
    try {
      return Clients.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
