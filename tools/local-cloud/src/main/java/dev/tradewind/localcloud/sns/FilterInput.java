package dev.tradewind.localcloud.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tradewind.localcloud.sns.filter.FilterScope;
import dev.tradewind.localcloud.sqs.MessageAttribute;
import java.math.BigDecimal;
import java.util.Optional;

/** A publication as filter policies see it. Parsed only when a policy asks, and then once for all subscriptions. */
final class FilterInput {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final Publication publication;
  private Optional<JsonNode> attributes = Optional.empty();
  private Optional<JsonNode> body = Optional.empty();

  FilterInput(Publication publication) {
    this.publication = publication;
  }

  JsonNode in(FilterScope scope) {
    return switch (scope) {
      case ATTRIBUTES -> {
        attributes = attributes.or(() -> Optional.of(attributes()));
        yield attributes.get();
      }
      case BODY -> {
        body = body.or(() -> Optional.of(read(publication.body())));
        yield body.get();
      }
    };
  }

  /** Binary attributes are left out: no policy can match them. */
  private JsonNode attributes() {
    var object = JSON.createObjectNode();
    publication.attributes().forEach((name, attribute) -> {
      if (!attribute.kind().equals("Binary")) {
        object.set(name, value(attribute));
      }
    });
    return object;
  }

  private static JsonNode value(MessageAttribute attribute) {
    return switch (attribute.dataType()) {
      case "Number" -> JSON.getNodeFactory().numberNode(new BigDecimal(attribute.value()));
      case "String.Array" -> {
        var array = read(attribute.value());
        yield array.isArray() ? array : TextNode.valueOf(attribute.value());
      }
      default -> TextNode.valueOf(attribute.value());
    };
  }

  /** What is not JSON is nothing a policy could accept, and no error: people publish plain text too. */
  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
