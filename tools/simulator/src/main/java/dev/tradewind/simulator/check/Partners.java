package dev.tradewind.simulator.check;

import static dev.tradewind.simulator.check.Fingerprints.both;

import dev.tradewind.simulator.world.CarrierBook;
import dev.tradewind.simulator.world.Provider;
import java.util.function.Function;

/** The provider's and the carrier's books. A fork shares what neither changes. */
final class Partners {

  private final Fingerprints fingerprints;
  private Provider provider;
  private CarrierBook carrier;
  private long hash;

  Partners(Fingerprints fingerprints) {
    this(fingerprints, new Provider(), new CarrierBook(), 0);
  }

  private Partners(Fingerprints fingerprints, Provider provider, CarrierBook carrier, long hash) {
    this.fingerprints = fingerprints;
    this.provider = provider;
    this.carrier = carrier;
    this.hash = hash;
  }

  Partners fork() {
    return new Partners(fingerprints, provider, carrier, hash);
  }

  <T> T call(Object asked, Function<Provider, T> call) {
    provider = provider.copy();
    int before = provider.requests();
    var answer = call.apply(provider);
    if (provider.requests() != before) {
      hash += both(fingerprints.of(asked), fingerprints.of(answer));
    }
    return answer;
  }

  /** What the carrier writes down follows from which calls changed its book. */
  <T> T ask(Object asked, Function<CarrierBook, T> call) {
    carrier = carrier.copy();
    long before = carrier.changes();
    try {
      return call.apply(carrier);
    } finally {
      if (carrier.changes() != before) {
        hash += both(fingerprints.of(asked), 1);
      }
    }
  }

  Provider provider() {
    return provider;
  }

  CarrierBook carrier() {
    return carrier;
  }

  long hash() {
    return hash;
  }
}
