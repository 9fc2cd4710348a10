package dev.tradewind.chaos.hot;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.chaos.Rig;
import dev.tradewind.chaos.hot.Sale.Answer;
import dev.tradewind.chaos.hot.Sale.Bound;
import dev.tradewind.chaos.proxy.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Puts the wishes of all buyers into the queue of the inventory at once, and looks what became of each. */
final class Rush {

  static final String SKU = "HOT";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUEUE = "tradewind-inventory-commands";
  private static final String TABLE = "tradewind-inventory";
  private static final String TYPE = "tradewind.inventory.ReserveStock.v1";
  private static final int BATCH = 10;
  private static final int QUIET_LOOKS = 3;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Rig rig;
  private final Consumer<String> progress;
  private final int limit;

  /** @param limit write units a second that the proxy lets one key take */
  Rush(Rig rig, Consumer<String> progress, int limit) {
    this.rig = rig;
    this.progress = progress;
    this.limit = limit;
  }

  Sale run(long units, long buyers) throws InterruptedException {
    String url = rig.sqs().getQueueUrl(get -> get.queueName(QUEUE)).queueUrl();
    Instant began = Instant.now();
    LongStream.range(0, (buyers + BATCH - 1) / BATCH).parallel().forEach(batch -> send(url, (int) Math.min(BATCH, buyers - batch * BATCH)));
    for (int quiet = 0; quiet < QUIET_LOOKS; ) {
      Thread.sleep(BETWEEN_LOOKS);
      long waiting = waiting(url);
      progress.accept("%,d buyers wait; %,d writes were refused: too fast for one key".formatted(waiting, throttled()));
      quiet = waiting == 0 ? quiet + 1 : 0;
    }
    Duration took = Duration.between(began, Instant.now()).minus(BETWEEN_LOOKS.multipliedBy(QUIET_LOOKS));
    List<Answer> answers = new ArrayList<>();
    long left = 0;
    for (Map<String, AttributeValue> item : rig.dynamo().scanPaginator(scan -> scan.tableName(TABLE).consistentRead(true)).items()) {
      if (item.get("key").s().startsWith("order/")) {
        answers.add(new Answer(item.get("state").s().equals("RESERVED"), Long.parseLong(item.get("changes").l().getLast().m().get("at").n())));
      } else if (item.containsKey("available")) {
        left += Long.parseLong(item.get("available").n());
      }
    }
    return Sale.of(units, buyers, left, answers, new Bound(limit, throttled(), (long) rig.proxy().leastReserve()), took);
  }

  private long throttled() {
    return rig.proxy().counts().faults().getOrDefault(Fault.HOT_KEY, 0L);
  }

  private void send(String url, int count) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, count).mapToObj(i -> SendMessageBatchRequestEntry.builder().id(Integer.toString(i)).messageBody(wish()).build()).toList();
    int refused = rig.sqs().sendMessageBatch(send -> send.queueUrl(url).entries(entries)).failed().size();
    if (refused > 0) {
      throw new IllegalStateException(QUEUE + " refused " + refused + " messages of a batch");
    }
  }

  private static String wish() {
    String order = UUID.randomUUID().toString();
    ObjectNode message = JSON.createObjectNode().put("specversion", "1.0").put("id", "order/" + order + "/1/0").put("source", "/tradewind/orders")
        .put("type", TYPE).put("subject", "order/" + order).put("time", Instant.now().toString()).put("datacontenttype", "application/json")
        .put("sequence", "1").put("causationid", "request/place").put("correlationid", order);
    message.putObject("data").put("orderId", order).putArray("lines").addObject().put("sku", SKU).put("quantity", 1);
    return message.toString();
  }

  private long waiting(String url) {
    return rig.sqs().getQueueAttributes(get -> get.queueUrl(url).attributeNames(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
        .attributes().values().stream().mapToLong(Long::parseLong).sum();
  }
}
