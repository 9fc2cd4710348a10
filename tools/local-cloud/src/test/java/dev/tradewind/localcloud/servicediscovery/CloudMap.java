package dev.tradewind.localcloud.servicediscovery;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.localcloud.Hand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The operations without HTTP around them, at a time that stands still. Single quotes stand for double ones. */
final class CloudMap {

  static final Duration PROPAGATION = Duration.ofSeconds(5);
  static final Duration HEALTH = Duration.ofSeconds(30);

  final Hand clock;
  private final CloudMapService operations;

  private CloudMap(Optional<Path> data, CloudMapOptions options, Hand clock) {
    this.clock = clock;
    try {
      operations = new CloudMapService(data, options, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without delay. */
  static CloudMap prompt() {
    return with(CloudMapOptions.defaults());
  }

  /** With the delays of AWS. */
  static CloudMap slow() {
    return with(delayed());
  }

  static CloudMap with(CloudMapOptions options) {
    return new CloudMap(Optional.empty(), options, new Hand());
  }

  /** Slow, and keeping its data; started again where it was when there is some. */
  static CloudMap in(Path data, Hand clock) {
    return new CloudMap(Optional.of(data), delayed(), clock);
  }

  private static CloudMapOptions delayed() {
    return new CloudMapOptions(PROPAGATION, HEALTH, CloudMapOptions.DISCOVERS_PER_SECOND, CloudMapOptions.REVISIONS_PER_SECOND);
  }

  ObjectNode call(String operation, String json) {
    return operations.perform(operation, Parameters.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }

  CloudMapException refused(String operation, String json) {
    return catchThrowableOfType(CloudMapException.class, () -> call(operation, json));
  }

  /** Creates a namespace and answers its id. */
  String namespace(String name) {
    var operation = call("CreateHttpNamespace", "{'Name':'%s'}".formatted(name)).get("OperationId").textValue();
    return operation(operation).at("/Targets/NAMESPACE").textValue();
  }

  /** Creates a service, with settings that start with a comma, and answers its id. */
  String service(String namespace, String name, String settings) {
    return call("CreateService", "{'NamespaceId':'%s','Name':'%s'%s}".formatted(namespace, name, settings)).at("/Service/Id").textValue();
  }

  /** A service whose instances' health is reported. */
  String watched(String namespace, String name) {
    return service(namespace, name, ",'HealthCheckCustomConfig':{'FailureThreshold':1}");
  }

  /** Registers an instance and answers the operation's id. */
  String register(String service, String instance, String attributes) {
    return call("RegisterInstance", registration(service, instance, attributes)).get("OperationId").textValue();
  }

  static String registration(String service, String instance, String attributes) {
    return "{'ServiceId':'%s','InstanceId':'%s','Attributes':%s}".formatted(service, instance, attributes);
  }

  String deregister(String service, String instance) {
    return call("DeregisterInstance", instance(service, instance)).get("OperationId").textValue();
  }

  static String instance(String service, String instance) {
    return "{'ServiceId':'%s','InstanceId':'%s'}".formatted(service, instance);
  }

  void report(String service, String instance, String status) {
    call("UpdateInstanceCustomHealthStatus", "{'ServiceId':'%s','InstanceId':'%s','Status':'%s'}".formatted(service, instance, status));
  }

  ObjectNode operation(String id) {
    return (ObjectNode) call("GetOperation", "{'OperationId':'%s'}".formatted(id)).get("Operation");
  }

  /** The ids of what is discovered, sorted; with parameters that start with a comma. */
  List<String> discover(String namespaceName, String serviceName, String parameters) {
    var found = call("DiscoverInstances", names(namespaceName, serviceName, parameters)).get("Instances");
    return StreamSupport.stream(found.spliterator(), false).map(instance -> instance.get("InstanceId").textValue()).sorted().toList();
  }

  long revision(String namespaceName, String serviceName) {
    return call("DiscoverInstancesRevision", names(namespaceName, serviceName, "")).get("InstancesRevision").longValue();
  }

  static String names(String namespaceName, String serviceName, String parameters) {
    return "{'NamespaceName':'%s','ServiceName':'%s'%s}".formatted(namespaceName, serviceName, parameters);
  }
}
