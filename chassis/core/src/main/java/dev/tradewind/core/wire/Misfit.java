package dev.tradewind.core.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import dev.tradewind.core.Check;
import java.util.Map;
import java.util.stream.Collectors;

/** Says why content does not fit its record: which field, and which rule, but never what stood there. Reasons end up in logs. */
final class Misfit {

  private Misfit() {}

  static String of(JsonProcessingException problem) {
    var where = problem instanceof JsonMappingException mapping ? path(mapping) : "";
    var what = problem.getCause() instanceof IllegalArgumentException broken ? Check.rule(broken) : problem.getClass().getSimpleName();
    return where.isEmpty() ? what : "%s at %s".formatted(what, where);
  }

  private static String path(JsonMappingException problem) {
    return problem.getPath().stream().map(Misfit::part).collect(Collectors.joining(".")).replace(".[", "[");
  }

  private static String part(Reference reference) {
    if (reference.getFieldName() == null) {
      return "[%d]".formatted(reference.getIndex());
    }
    return reference.getFrom() instanceof Map ? "*" : reference.getFieldName();
  }
}
