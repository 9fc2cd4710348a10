package dev.tradewind.launcher.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class ManifestTest {

  @Test
  void aRenderedResourceHasAKindANameAndASpec() {
    Manifest manifest = Manifest.of(Rendered.json("{'apiVersion':'a/v1','kind':'Queue','metadata':{'name':'q'},'spec':{'queueName':'q','empty':''}}"));

    assertThat(manifest.apiVersion()).isEqualTo("a/v1");
    assertThat(manifest.text("queueName")).isEqualTo("q");
    assertThat(manifest.optionalText("empty")).isEmpty();
    assertThat(manifest.optionalText("absent")).isEmpty();
  }

  @Test
  void whatIsNoResourceIsShown() {
    assertThatThrownBy(() -> Manifest.of(Rendered.json("{'kind':'Queue','spec':{}}")))
        .isInstanceOf(ResourceException.class).hasMessageContaining("needs kind, metadata.name and spec").hasMessageContaining("Queue");
  }

  @Test
  void aMissingFieldAndARefusedCallNameTheResource() {
    Manifest manifest = Rendered.manifest("Topic", "{}");

    assertThatThrownBy(() -> manifest.text("name")).hasMessage("Topic thing: name: is missing");
    assertThatThrownBy(() -> manifest.call("CreateTopic", () -> {
      throw SdkClientException.create("Unable to connect");
    })).isInstanceOf(ResourceException.class).hasMessage("Topic thing: AWS refused CreateTopic: Unable to connect")
        .hasCauseInstanceOf(SdkClientException.class);
  }

  @Test
  void anArnSaysWhereAThingIs() {
    assertThat(new Account("aws-cn", "cn-north-1", "123456789012").arn("sqs", "q")).isEqualTo("arn:aws-cn:sqs:cn-north-1:123456789012:q");
  }
}
