package dev.tradewind.partners;

import dev.tradewind.partners.faults.Latency;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fresh partners on a free port for each test, and a client of them. */
public final class RunningPartners implements BeforeEachCallback, AfterEachCallback {

  public static final Duration SLOW = Duration.ofMillis(300);

  private Partners partners;
  private Client client;

  public static Settings settings(Optional<Path> data) {
    return new Settings("127.0.0.1", 0, data, Latency.NONE, SLOW);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    partners = Partners.start(settings(Optional.empty()));
    client = new Client(partners.url());
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    client.close();
    partners.close();
  }

  public Client client() {
    return client;
  }

  public String url() {
    return partners.url();
  }
}
