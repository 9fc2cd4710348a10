package dev.tradewind.launcher.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributesTest {

  private static final List<String> KNOWN = List.of("VisibilityTimeout", "KmsMasterKeyId", "RedrivePolicy");

  @Test
  void attributesGetAwsSpellingAndTheRestStays() {
    Attributes attributes = of("{'queueName':'q','visibilityTimeout':'10','kmsMasterKeyID':'k'}");

    assertThat(attributes.wanted()).isEqualTo(Map.of("VisibilityTimeout", "10", "KmsMasterKeyId", "k"));
    assertThat(attributes.rest()).isEqualTo(Rendered.json("{'queueName':'q'}"));
  }

  @Test
  void anUnquotedAttributeIsRefused() {
    assertThatThrownBy(() -> of("{'visibilityTimeout':10}"))
        .isInstanceOf(ResourceException.class).hasMessage("Queue thing: visibilityTimeout: must be a string (quote it), and is 10");
  }

  @Test
  void jsonIsComparedByItsMeaning() {
    Attributes attributes = of("{'redrivePolicy':'{\\'a\\':1,\\'b\\':[\\'x\\']}'}".replace("\\'", "\\\""));

    assertThat(attributes.differingFrom(Map.of("RedrivePolicy", "{ \"b\":[\"x\"], \"a\":\"1\" }"))).isEmpty();
    assertThat(attributes.differingFrom(Map.of("RedrivePolicy", "{\"a\":2,\"b\":[\"x\"]}"))).containsOnlyKeys("RedrivePolicy");
    assertThat(attributes.differingFrom(Map.of("RedrivePolicy", "{oops"))).containsOnlyKeys("RedrivePolicy");
    assertThat(attributes.differingFrom(Map.of())).containsOnlyKeys("RedrivePolicy");
  }

  @Test
  void whatAwsAddsByItselfDoesNotDiffer() {
    assertThat(of("{'visibilityTimeout':'10'}").differingFrom(Map.of("VisibilityTimeout", "10", "QueueArn", "arn"))).isEmpty();
  }

  private static Attributes of(String spec) {
    return Attributes.of(Rendered.manifest("Queue", spec), KNOWN);
  }
}
