package dev.tradewind.localcloud.sqs;

import java.util.HashMap;
import java.util.TreeMap;
import org.elasticmq.BinaryMessageAttribute;
import org.elasticmq.NumberMessageAttribute;
import org.elasticmq.StringMessageAttribute;
import scala.Option;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/** Message attributes in ElasticMQ's types and in ours. */
final class Attributes {

  private Attributes() {}

  static Map<String, org.elasticmq.MessageAttribute> toElasticMq(java.util.Map<String, MessageAttribute> attributes) {
    var converted = new HashMap<String, org.elasticmq.MessageAttribute>();
    attributes.forEach((name, attribute) -> converted.put(name, toElasticMq(attribute)));
    return Map$.MODULE$.from(CollectionConverters.asScala(converted));
  }

  static TreeMap<String, MessageAttribute> fromElasticMq(Map<String, org.elasticmq.MessageAttribute> attributes) {
    var converted = new TreeMap<String, MessageAttribute>();
    CollectionConverters.asJava(attributes).forEach((name, attribute) -> converted.put(name,
        new MessageAttribute(attribute.getDataType(), value(attribute))));
    return converted;
  }

  private static org.elasticmq.MessageAttribute toElasticMq(MessageAttribute attribute) {
    int dot = attribute.dataType().indexOf('.');
    Option<String> label = dot < 0 ? Option.empty() : Option.apply(attribute.dataType().substring(dot + 1));
    return switch (attribute.kind()) {
      case "Number" -> new NumberMessageAttribute(attribute.value(), label);
      case "Binary" -> BinaryMessageAttribute.fromBase64(attribute.value(), label);
      default -> new StringMessageAttribute(attribute.value(), label);
    };
  }

  private static String value(org.elasticmq.MessageAttribute attribute) {
    return switch (attribute) {
      case NumberMessageAttribute number -> number.stringValue();
      case BinaryMessageAttribute binary -> binary.asBase64();
      case StringMessageAttribute text -> text.stringValue();
      default -> throw new IllegalStateException("ElasticMQ holds an attribute of unknown type " + attribute.getClass());
    };
  }
}
