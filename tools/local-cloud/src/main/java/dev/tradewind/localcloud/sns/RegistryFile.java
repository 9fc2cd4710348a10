package dev.tradewind.localcloud.sns;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Topics and subscriptions as a small JSON file, replaced as a whole at each change. */
final class RegistryFile {

  private record StoredSubscription(String arn, String topicArn, String queueArn, Map<String, String> attributes) {}

  private record Content(List<Topic> topics, List<StoredSubscription> subscriptions) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Content atStart;

  /** @throws IOException when the file is there but cannot be read */
  RegistryFile(Path directory) throws IOException {
    file = directory.resolve("topics.json");
    atStart = Files.exists(file) ? JSON.readValue(file.toFile(), Content.class) : new Content(List.of(), List.of());
  }

  List<Topic> topics() {
    return atStart.topics();
  }

  List<Subscription> subscriptions() {
    return atStart.subscriptions().stream()
        .map(stored -> new Subscription(stored.arn(), stored.topicArn(), stored.queueArn(),
            SubscriptionAttributes.of(stored.attributes())))
        .toList();
  }

  void write(List<Topic> topics, List<Subscription> subscriptions) {
    var stored = subscriptions.stream()
        .map(subscription -> new StoredSubscription(subscription.arn(), subscription.topicArn(),
            subscription.queueArn(), subscription.attributes().values()))
        .toList();
    var next = file.resolveSibling(file.getFileName() + ".next");
    try {
      JSON.writeValue(next.toFile(), new Content(topics, stored));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Topics and subscriptions could not be written to " + file, e);
    }
  }
}
