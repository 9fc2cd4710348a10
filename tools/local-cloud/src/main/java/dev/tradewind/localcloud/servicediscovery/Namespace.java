package dev.tradewind.localcloud.servicediscovery;

/**
 * A name that services live under.
 *
 * @param description empty when there is none
 */
record Namespace(String id, Type type, String name, String description, String creatorRequestId, long createdMillis, Tags tags) {

  enum Type { HTTP, DNS_PRIVATE }

  String arn() {
    return Arn.ofNamespace(id);
  }

  /** Whether both were asked for by the same request, sent again. */
  boolean sameRequest(Namespace other) {
    return !creatorRequestId.isEmpty() && creatorRequestId.equals(other.creatorRequestId);
  }

  Namespace with(Tags changed) {
    return new Namespace(id, type, name, description, creatorRequestId, createdMillis, changed);
  }
}
