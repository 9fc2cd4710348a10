package dev.tradewind.notifications.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.notifications.webhook.WebhookClient.Answer;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookClientTest {

  private static final WebhookRequest MESSAGE = new WebhookRequest(Map.of("webhook-id", "d-1"), "{}");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Vertx vertx = Vertx.vertx();
  private final Consumer consumer = new Consumer();
  private final WebhookClient client = new WebhookClient(vertx, PATIENCE.toMillis());
  private final WebhookClient impatient = new WebhookClient(vertx, 200);

  @AfterEach
  void close() {
    consumer.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void the_address_that_was_judged_is_called_under_the_name_that_was_written() {
    assertThat(post("http://no-such-name.invalid:" + consumer.port() + "/hook?a=b")).isEqualTo(new Answer(204, Optional.empty()));

    var call = consumer.calls("/hook?a=b").getFirst();
    assertThat(call.headers()).containsEntry("host", "no-such-name.invalid:" + consumer.port()).containsEntry("webhook-id", "d-1");
    assertThat(call.body()).isEqualTo("{}");
  }

  @Test
  void a_redirect_is_an_answer() {
    consumer.at("/", Consumer.status(307, "location", consumer.url("/elsewhere")));
    assertThat(post(consumer.url("/")).status()).isEqualTo(307);
    assertThat(consumer.calls("/elsewhere")).isEmpty();
  }

  @Test
  void a_wish_to_be_left_alone_is_heard() {
    consumer.at("/", Consumer.status(503, "Retry-After", "7"));
    assertThat(post(consumer.url("/"))).isEqualTo(new Answer(503, Optional.of("7")));
  }

  @Test
  void who_never_answers_times_out() {
    consumer.at("/", consumer.hang());
    assertThatThrownBy(() -> post(impatient, consumer.url("/"))).hasRootCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void who_never_stops_answering_has_answered() {
    consumer.at("/", Consumer.endless());
    assertThat(post(consumer.url("/")).status()).isEqualTo(200);
  }

  @Test
  void a_body_that_never_comes_is_an_answer_too() {
    consumer.at("/", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('x');
      exchange.getResponseBody().flush();
      consumer.hang().give(exchange);
    });
    assertThat(post(consumer.url("/")).status()).isEqualTo(200);
  }

  @Test
  void nobody_there_fails() throws Exception {
    int nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    assertThatThrownBy(() -> post("http://127.0.0.1:" + nobody + "/")).hasRootCauseInstanceOf(java.net.ConnectException.class);
  }

  @Test
  void who_does_not_speak_tls_hears_nothing() {
    assertThatThrownBy(() -> post("https://127.0.0.1:" + consumer.port() + "/")).isNotNull();
    assertThat(consumer.calls("/")).isEmpty();
  }

  private Answer post(String url) {
    return post(client, url);
  }

  private static Answer post(WebhookClient client, String url) {
    return client.post(new Endpoint(URI.create(url), InetAddress.getLoopbackAddress()), MESSAGE).await().atMost(PATIENCE);
  }
}
