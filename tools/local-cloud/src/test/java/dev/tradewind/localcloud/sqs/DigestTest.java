package dev.tradewind.localcloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.elasticmq.rest.sqs.MD5Util;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DigestTest {

  @Test
  void the_digest_of_a_body_is_the_MD5_of_its_UTF_8() {
    assertThat(Digest.ofBody("")).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
    assertThat(Digest.ofBody("åß∂ 🚢")).isEqualTo(MD5Util.md5Digest("åß∂ 🚢"));
  }

  @Test
  void the_digest_of_attributes_is_the_one_ElasticMQ_computes() {
    var attributes = Map.of(
        "type", new MessageAttribute("String", "åß∂"),
        "labelled", new MessageAttribute("String.Array", "[1]"),
        "count", new MessageAttribute("Number", "42"),
        "bytes", new MessageAttribute("Binary", "AP9/"));
    assertThat(Digest.ofAttributes(attributes)).isEqualTo(MD5Util.md5AttributeDigest(Attributes.toElasticMq(attributes)));
  }

  @Test
  void attributes_come_back_from_ElasticMQ_as_they_went() {
    var attributes = Map.of(
        "labelled", new MessageAttribute("String.Array", "[1]"),
        "count", new MessageAttribute("Number.int", "42"),
        "bytes", new MessageAttribute("Binary.png", "AP9/"));
    assertThat(Attributes.fromElasticMq(Attributes.toElasticMq(attributes))).isEqualTo(attributes);
  }
}
