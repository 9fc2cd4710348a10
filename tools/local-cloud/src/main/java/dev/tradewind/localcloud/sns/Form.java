package dev.tradewind.localcloud.sns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.util.Fields;

/** The parameters of a query-protocol call, where nesting is spelled in names: {@code Attributes.entry.1.key}. */
final class Form {

  private final Fields fields;
  private final String prefix;

  Form(Fields fields) {
    this(fields, "");
  }

  private Form(Fields fields, String prefix) {
    this.fields = fields;
    this.prefix = prefix;
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(fields.getValue(prefix + name));
  }

  /** @throws SnsException naming the parameter when it is absent */
  String required(String name) {
    return optional(name).orElseThrow(
        () -> SnsException.missing(Character.toLowerCase(name.charAt(0)) + name.substring(1)));
  }

  /** The parts of a list, in order: {@code list.1.}, {@code list.2.}, … as long as they have the given member. */
  List<Form> parts(String list, String member) {
    var parts = new ArrayList<Form>();
    for (int i = 1; ; i++) {
      var part = new Form(fields, prefix + list + "." + i + ".");
      if (part.optional(member).isEmpty()) {
        return parts;
      }
      parts.add(part);
    }
  }

  /** A map written as a list of entries. */
  Map<String, String> map(String name) {
    var map = new LinkedHashMap<String, String>();
    for (var entry : parts(name + ".entry", "key")) {
      map.put(entry.required("key"), entry.optional("value").orElse(""));
    }
    return map;
  }
}
