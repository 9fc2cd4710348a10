package dev.tradewind.cloudmap;

/**
 * What a service is called in the registry.
 *
 * @param namespace the name of the namespace, such as {@code tradewind}
 * @param name the name of the service in it, such as {@code orders}
 */
public record ServiceName(String namespace, String name) {

  public ServiceName {
    Check.notBlank(namespace, "namespace");
    Check.notBlank(name, "name");
  }

  @Override
  public String toString() {
    return name + "." + namespace;
  }
}
