package dev.tradewind.localcloud.servicediscovery;

/** Amazon resource names, {@code arn:aws:servicediscovery:region:account:kind/id}, of the one region and account there is here. */
final class Arn {

  private static final String PREFIX = "arn:aws:servicediscovery:us-east-1:000000000000:";

  private Arn() {}

  static String ofNamespace(String id) {
    return PREFIX + "namespace/" + id;
  }

  static String ofService(String id) {
    return PREFIX + "service/" + id;
  }
}
