package dev.tradewind.gateway;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.Types;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The service put together. */
final class GatewayService {

  @Produces
  @Singleton
  static Types types() {
    return Contracts.TYPES;
  }
}
