package dev.tradewind.localcloud.servicediscovery;

import java.util.Map;
import java.util.TreeMap;

/** A call that Cloud Map refuses, with the type an SDK turns into an exception of its own. */
final class CloudMapException extends RuntimeException {

  static final int STATUS = 400;

  private static final long serialVersionUID = 1L;

  private final String type;
  private final transient Map<String, String> details;

  private CloudMapException(String type, String message, Map<String, String> details) {
    super(message, null, false, false);
    this.type = type;
    this.details = Map.copyOf(details);
  }

  static CloudMapException of(String type, String message) {
    return new CloudMapException(type, message, Map.of());
  }

  static CloudMapException invalid(String message) {
    return of("InvalidInput", message);
  }

  /** A parameter that breaks a constraint of the API's model. */
  static CloudMapException invalid(String parameter, Object value, String constraint) {
    return invalid("1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s".formatted(value, parameter, constraint));
  }

  static CloudMapException missing(String parameter) {
    return invalid("1 validation error detected: Value at '" + parameter + "' failed to satisfy constraint: Member must not be null");
  }

  static CloudMapException noSuchNamespace(String idOrName) {
    return of("NamespaceNotFound", "There is no namespace " + idOrName);
  }

  static CloudMapException noSuchService(String idOrName) {
    return of("ServiceNotFound", "There is no service " + idOrName);
  }

  static CloudMapException noSuchInstance(String id, String service) {
    return of("InstanceNotFound", "There is no instance " + id + " in service " + service);
  }

  static CloudMapException exists(Namespace namespace) {
    return of("NamespaceAlreadyExists", "Namespace " + namespace.name() + " already exists with id " + namespace.id())
        .with("NamespaceId", namespace.id()).with("CreatorRequestId", namespace.creatorRequestId());
  }

  static CloudMapException exists(Service service) {
    return of("ServiceAlreadyExists", "Service " + service.name() + " already exists with id " + service.id())
        .with("ServiceId", service.id()).with("CreatorRequestId", service.settings().creatorRequestId());
  }

  static CloudMapException limit(String what, int most) {
    return of("ResourceLimitExceeded", "There may be " + most + " " + what);
  }

  /** The same refusal, with one more fact for the caller's program. */
  CloudMapException with(String name, String value) {
    var more = new TreeMap<>(details);
    more.put(name, value);
    return new CloudMapException(type, getMessage(), more);
  }

  String type() {
    return type;
  }

  /** Facts beside the message, by their names in the API's model. */
  Map<String, String> details() {
    return details;
  }
}
