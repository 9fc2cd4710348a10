package dev.tradewind.launcher.resources;

/** Where the resources are, as their ARNs say it. */
record Account(String partition, String region, String id) {

  String arn(String service, String name) {
    return String.join(":", "arn", partition, service, region, id, name);
  }
}
