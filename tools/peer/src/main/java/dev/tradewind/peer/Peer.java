package dev.tradewind.peer;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Runs one service, told by the environment as Tradewind's are: {@code PEER_SERVICE}, {@code PEER_PARTNERS_URL}, {@code QUARKUS_HTTP_PORT},
 * {@code TRADEWIND_AWS_ENDPOINT}, and what the AWS SDK reads itself.
 */
public final class Peer {

  private Peer() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, String> environment = System.getenv();
    Service service = new Service(ServiceName.of(needed(environment, "PEER_SERVICE")), Integer.parseInt(needed(environment, "QUARKUS_HTTP_PORT")),
        Optional.ofNullable(environment.get("TRADEWIND_AWS_ENDPOINT")).map(URI::create), URI.create(needed(environment, "PEER_PARTNERS_URL")));
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
    // A signal ends the process, through the hook.
    new CountDownLatch(1).await();
  }

  private static String needed(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank())
        .orElseThrow(() -> new IllegalArgumentException(variable + " is missing; set it in the environment"));
  }
}
