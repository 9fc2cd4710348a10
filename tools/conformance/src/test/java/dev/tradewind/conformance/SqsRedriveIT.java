package dev.tradewind.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@ConformanceTest
class SqsRedriveIT {

  private static final Map<String, MessageAttributeValue> TYPE =
      Map.of("type", MessageAttributeValue.builder().dataType("String").stringValue("tradewind.Tested.v1").build());

  private static Queue withDeadLetters(Cloud cloud, Queue dead, int maxReceiveCount) {
    return cloud.queue(Map.of(QueueAttributeName.REDRIVE_POLICY,
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}".formatted(dead.arn(), maxReceiveCount)));
  }

  private static void sendAndRefuse(Queue queue, Queue dead, int receives) {
    queue.sqs().sendMessage(send -> send.queueUrl(queue.url()).messageBody("poison").messageAttributes(TYPE));
    for (int receive = 1; receive <= receives; receive++) {
      await().until(() -> queue.receive(5, 0), messages -> !messages.isEmpty());
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> queue.receive(1, 0).isEmpty() && waiting(dead) == 1);
  }

  private static int waiting(Queue queue) {
    return Integer.parseInt(queue.attribute(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  @Test
  void a_message_received_too_often_is_in_the_dead_letter_queue_with_body_and_attributes(Cloud cloud) {
    var dead = cloud.queue();
    var queue = withDeadLetters(cloud, dead, 2);
    sendAndRefuse(queue, dead, 2);
    var message = dead.takeOne();
    assertThat(message.body()).isEqualTo("poison");
    assertThat(message.messageAttributes()).isEqualTo(TYPE);
  }

  @Test
  void a_redrive_policy_is_shown_as_it_was_set(Cloud cloud) {
    var dead = cloud.queue();
    var queue = withDeadLetters(cloud, dead, 7);
    assertThat(queue.attribute(QueueAttributeName.REDRIVE_POLICY))
        .contains("\"deadLetterTargetArn\":\"" + dead.arn() + "\"")
        .containsPattern("\"maxReceiveCount\":\"?7\"?");
  }

  @Test
  void a_move_task_brings_dead_letters_back(Cloud cloud) {
    var dead = cloud.queue();
    var queue = withDeadLetters(cloud, dead, 1);
    sendAndRefuse(queue, dead, 1);
    cloud.sqs.startMessageMoveTask(start -> start.sourceArn(dead.arn()));
    var message = queue.takeOne();
    assertThat(message.body()).isEqualTo("poison");
    assertThat(message.messageAttributes()).isEqualTo(TYPE);
    await().atMost(Duration.ofSeconds(30)).until(() -> waiting(dead) == 0);
  }

  @Test
  void a_move_task_is_listed(Cloud cloud) {
    var dead = cloud.queue();
    var queue = withDeadLetters(cloud, dead, 1);
    sendAndRefuse(queue, dead, 1);
    cloud.sqs.startMessageMoveTask(start -> start.sourceArn(dead.arn()).destinationArn(queue.arn()));
    assertThat(queue.takeOne().body()).isEqualTo("poison");
    assertThat(cloud.sqs.listMessageMoveTasks(list -> list.sourceArn(dead.arn())).results())
        .extracting(ListMessageMoveTasksResultEntry::sourceArn).containsExactly(dead.arn());
  }
}
