package dev.tradewind.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

@ConformanceTest
class SqsQueueIT {

  @Test
  void a_queue_is_found_by_name_and_its_url_works_as_it_is(Cloud cloud) {
    var queue = cloud.queue();
    var url = cloud.sqs.getQueueUrl(get -> get.queueName(queue.name())).queueUrl();
    cloud.sqs.sendMessage(send -> send.queueUrl(url).messageBody("body"));
    assertThat(queue.takeOne().body()).isEqualTo("body");
  }

  @Test
  void creating_a_queue_again_finds_it(Cloud cloud) {
    var queue = cloud.queue(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "11"));
    var again = cloud.sqs.createQueue(create -> create.queueName(queue.name())
        .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "11"))).queueUrl();
    assertThat(again).isEqualTo(queue.url());
  }

  @Test
  void attributes_are_shown_as_they_were_set(Cloud cloud) {
    var queue = cloud.queue(Map.of(
        QueueAttributeName.VISIBILITY_TIMEOUT, "11",
        QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS, "20"));
    assertThat(queue.attribute(QueueAttributeName.VISIBILITY_TIMEOUT)).isEqualTo("11");
    assertThat(queue.attribute(QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS)).isEqualTo("20");
    assertThat(queue.arn()).startsWith("arn:aws:sqs:").endsWith(":" + queue.name());
  }

  @Test
  void a_queue_that_is_not_there_is_not_found(Cloud cloud) {
    assertThat(catchThrowableOfType(QueueDoesNotExistException.class,
        () -> cloud.sqs.getQueueUrl(get -> get.queueName(Cloud.uniqueName())))).isNotNull();
  }

  @Test
  void queues_are_listed_by_prefix(Cloud cloud) {
    var queue = cloud.queue();
    assertThat(cloud.sqs.listQueues(list -> list.queueNamePrefix(queue.name())).queueUrls())
        .containsExactly(queue.url());
  }
}
