package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The DNS records a service would have if there were DNS here: kept and shown. No records mean that the service is found by calls only. */
record DnsConfig(RoutingPolicy routingPolicy, List<DnsRecord> records) {

  static final DnsConfig NONE = new DnsConfig(RoutingPolicy.MULTIVALUE, List.of());

  enum RoutingPolicy { MULTIVALUE, WEIGHTED }

  enum RecordType { A, AAAA, CNAME, SRV }

  record DnsRecord(RecordType type, int ttl) {}

  DnsConfig {
    records = List.copyOf(records);
  }

  /** @throws CloudMapException when it has no records or one that makes no sense */
  static DnsConfig read(Parameters parameters) {
    var records = parameters.list("DnsRecords").stream()
        .map(each -> new DnsRecord(
            each.oneOf("Type", RecordType.class).orElseThrow(() -> CloudMapException.missing("dnsConfig.dnsRecords.type")),
            each.number("TTL", 0, Integer.MAX_VALUE).orElseThrow(() -> CloudMapException.missing("dnsConfig.dnsRecords.tTL"))))
        .toList();
    if (records.isEmpty()) {
      throw CloudMapException.missing("dnsConfig.dnsRecords");
    }
    return new DnsConfig(parameters.oneOf("RoutingPolicy", RoutingPolicy.class).orElse(RoutingPolicy.MULTIVALUE), records);
  }

  List<RecordType> types() {
    return records.stream().map(DnsRecord::type).toList();
  }

  ObjectNode toJson() {
    var json = Answers.object().put("RoutingPolicy", routingPolicy.name());
    var list = json.putArray("DnsRecords");
    records.forEach(each -> list.addObject().put("Type", each.type().name()).put("TTL", each.ttl()));
    return json;
  }
}
