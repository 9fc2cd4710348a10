package dev.tradewind.localcloud.servicediscovery;

/**
 * What a service was created with and its owner may change.
 *
 * @param description empty when there is none
 * @param customHealth whether the health of its instances is reported, and asked for by those who discover them
 */
record ServiceSettings(
    String namespaceId, String name, String description, String creatorRequestId, long createdMillis,
    boolean customHealth, DnsConfig dns, Tags tags) {

  ServiceSettings with(Tags changed) {
    return new ServiceSettings(namespaceId, name, description, creatorRequestId, createdMillis, customHealth, dns, changed);
  }

  ServiceSettings with(String changedDescription, DnsConfig changedDns) {
    return new ServiceSettings(namespaceId, name, changedDescription, creatorRequestId, createdMillis, customHealth, changedDns, tags);
  }
}
