package dev.tradewind.launcher.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Fills a request of the AWS SDK from an ACK spec, member by member, through the SDK's own description of the request. ACK generates
 * its fields from the same API model and changes the capitals alone, so that whatever ACK accepts, this passes on.
 */
final class SdkShape {

  private final Manifest manifest;

  SdkShape(Manifest manifest) {
    this.manifest = manifest;
  }

  /** Sets every field of {@code spec} on {@code builder} and returns it; a field the request does not have is refused. */
  <B extends SdkPojo> B fill(B builder, ObjectNode spec) {
    fill(builder, spec, "");
    return builder;
  }

  private void fill(SdkPojo builder, JsonNode spec, String path) {
    Map<String, SdkField<?>> members = builder.sdkFields().stream()
        .collect(Collectors.toMap(field -> lower(field.memberName()), Function.identity()));
    spec.properties().forEach(entry -> {
      String at = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
      SdkField<?> member = members.get(lower(entry.getKey()));
      if (member == null) {
        throw manifest.refuse(at, "AWS knows no such field; it knows " + names(builder));
      }
      member.set(builder, value(member, entry.getValue(), at));
    });
  }

  private Object value(SdkField<?> member, JsonNode node, String at) {
    MarshallingType<?> type = member.marshallingType();
    if (type == MarshallingType.SDK_POJO) {
      SdkPojo nested = member.constructor().get();
      fill(nested, require(node, node.isObject(), at, "an object"), at);
      return ((Buildable) nested).build();
    }
    if (type == MarshallingType.LIST) {
      SdkField<?> element = member.getRequiredTrait(ListTrait.class).memberFieldInfo();
      List<Object> values = new ArrayList<>();
      require(node, node.isArray(), at, "a list")
          .forEach(item -> values.add(value(element, item, at + "[" + values.size() + "]")));
      return values;
    }
    if (type == MarshallingType.MAP) {
      SdkField<?> element = member.getRequiredTrait(MapTrait.class).valueFieldInfo();
      Map<String, Object> values = new LinkedHashMap<>();
      require(node, node.isObject(), at, "an object").properties()
          .forEach(entry -> values.put(entry.getKey(), value(element, entry.getValue(), at + "." + entry.getKey())));
      return values;
    }
    return scalar(type, node, at);
  }

  private Object scalar(MarshallingType<?> type, JsonNode node, String at) {
    if (type == MarshallingType.STRING) {
      return require(node, node.isTextual(), at, "a string (quote it)").textValue();
    }
    if (type == MarshallingType.BOOLEAN) {
      return require(node, node.isBoolean(), at, "true or false").booleanValue();
    }
    if (type == MarshallingType.INTEGER) {
      return require(node, node.canConvertToInt() && node.isIntegralNumber(), at, "a whole number").intValue();
    }
    if (type == MarshallingType.LONG) {
      return require(node, node.canConvertToLong() && node.isIntegralNumber(), at, "a whole number").longValue();
    }
    if (type == MarshallingType.DOUBLE) {
      return require(node, node.isNumber(), at, "a number").doubleValue();
    }
    if (type == MarshallingType.BIG_DECIMAL) {
      return new BigDecimal(require(node, node.isNumber(), at, "a number").asText());
    }
    throw manifest.refuse(at, "has a type no ACK spec uses: " + type);
  }

  private JsonNode require(JsonNode node, boolean fits, String at, String expected) {
    if (!fits) {
      throw manifest.refuse(at, "must be " + expected + ", and is " + node);
    }
    return node;
  }

  private static String names(SdkPojo builder) {
    return builder.sdkFields().stream().map(SdkField::memberName).sorted().collect(Collectors.joining(", "));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
