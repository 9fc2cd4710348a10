package dev.tradewind.cloudmap.stork;

import io.smallrye.stork.api.config.ConfigWithType;
import io.smallrye.stork.api.config.ServiceConfig;
import io.smallrye.stork.spi.config.ConfigProvider;
import io.smallrye.stork.spi.config.SimpleServiceConfig;
import io.smallrye.stork.spi.config.SimpleServiceConfig.SimpleServiceDiscoveryConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What {@code stork.<service>.service-discovery.*} would say in a file. */
public final class ConfiguredServices implements ConfigProvider {

  private static final List<ServiceConfig> CONFIGS = new CopyOnWriteArrayList<>();

  static void add(String service, Map<String, String> parameters) {
    ConfigWithType discovery = new SimpleServiceDiscoveryConfig("cloud-map", parameters);
    CONFIGS.add(new SimpleServiceConfig.Builder().setServiceName(service).setServiceDiscovery(discovery).build());
  }

  static void clear() {
    CONFIGS.clear();
  }

  @Override
  public List<ServiceConfig> getConfigs() {
    return List.copyOf(CONFIGS);
  }

  @Override
  public int priority() {
    return 1;
  }
}
