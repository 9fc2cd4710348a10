package dev.tradewind.cloudmap;

import java.util.List;

/** Writes down what it hears. */
record HearingObserver(List<String> heard) implements DiscoveryObserver {

  @Override
  public void found(ServiceName service, int instances) {
    heard.add("found " + instances);
  }

  @Override
  public void failed(ServiceName service, Throwable failure) {
    heard.add("failed " + failure.getMessage());
  }

  @Override
  public void doubted(ServiceName service) {
    heard.add("doubted");
  }

  @Override
  public void unreadable(ServiceName service, String instanceId, String reason) {
    heard.add("unreadable " + instanceId);
  }

  @Override
  public void silent(ServiceName service, String instanceId) {
    heard.add("silent " + instanceId);
  }

  @Override
  public void avoided(ServiceName service, Instance instance) {
    heard.add("avoided " + instance.id());
  }
}
