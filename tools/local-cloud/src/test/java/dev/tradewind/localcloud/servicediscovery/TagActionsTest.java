package dev.tradewind.localcloud.servicediscovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TagActionsTest {

  private static final String ARN = "arn:aws:servicediscovery:us-east-1:000000000000:";

  private final CloudMap cloudMap = CloudMap.prompt();
  private final String namespace = cloudMap.namespace("shop");
  private final String service = cloudMap.service(namespace, "orders", ",'Tags':[{'Key':'first','Value':'1'}]");

  private String tags(String arn) {
    return cloudMap.call("ListTagsForResource", "{'ResourceARN':'%s'}".formatted(arn)).get("Tags").toString().replace('"', '\'');
  }

  private static String tagging(String arn, int count) {
    return "{'ResourceARN':'%s','Tags':[%s]}".formatted(arn,
        IntStream.range(0, count).mapToObj("{'Key':'key%02d','Value':'v'}"::formatted).collect(Collectors.joining(",")));
  }

  @Test
  void tags_given_at_creation_are_kept() {
    assertThat(tags(ARN + "service/" + service)).isEqualTo("[{'Key':'first','Value':'1'}]");
    assertThat(tags(ARN + "namespace/" + namespace)).isEqualTo("[]");
  }

  @Test
  void tags_are_added_replaced_and_removed() {
    for (var arn : List.of(ARN + "service/" + service, ARN + "namespace/" + namespace)) {
      cloudMap.call("TagResource", "{'ResourceARN':'%s','Tags':[{'Key':'first','Value':'2'},{'Key':'second','Value':''}]}".formatted(arn));
      assertThat(tags(arn)).isEqualTo("[{'Key':'first','Value':'2'},{'Key':'second','Value':''}]");
      cloudMap.call("UntagResource", "{'ResourceARN':'%s','TagKeys':['first','none']}".formatted(arn));
      assertThat(tags(arn)).isEqualTo("[{'Key':'second','Value':''}]");
    }
  }

  @Test
  void there_are_fifty_tags_at_most() {
    var arn = ARN + "namespace/" + namespace;
    cloudMap.call("TagResource", tagging(arn, 50));
    assertThat(cloudMap.refused("TagResource", tagging(arn, 51)).type()).isEqualTo("TooManyTagsException");
    assertThat(cloudMap.refused("TagResource", "{'ResourceARN':'%s','Tags':[{'Key':'other','Value':'v'}]}".formatted(arn)).type())
        .isEqualTo("TooManyTagsException");
  }

  @Test
  void what_is_not_there_has_no_tags() {
    for (var operation : List.of("TagResource", "UntagResource", "ListTagsForResource")) {
      assertThat(cloudMap.refused(operation, "{'ResourceARN':'" + ARN + "service/srv-none'}").type()).isEqualTo("ResourceNotFoundException");
    }
    assertThat(cloudMap.refused("ListTagsForResource", "{}")).hasMessageContaining("resourceARN");
  }
}
