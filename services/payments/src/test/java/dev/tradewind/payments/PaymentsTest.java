package dev.tradewind.payments;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.payments.AuthorizePayment;
import dev.tradewind.contracts.payments.CapturePayment;
import dev.tradewind.contracts.payments.RefundPayment;
import dev.tradewind.contracts.payments.VoidPayment;
import dev.tradewind.core.Command;
import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.Message;
import dev.tradewind.payments.psp.Books;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The whole service over the local cloud: commands come by its queue, money moves at the stand-in provider, state is read over HTTP. */
@QuarkusTest
class PaymentsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject
  Dispatcher dispatcher;

  @ConfigProperty(name = "tradewind.provider.url")
  String url;

  private final String orderId = UUID.randomUUID().toString();

  @Test
  void an_order_is_paid_and_given_back() {
    ask(1, authorize("tok_approved"));
    awaitState("AUTHORIZED");
    ask(2, new CapturePayment(orderId));
    awaitState("CAPTURED");
    get("/v1/payments/{id}", orderId).then().statusCode(200)
        .header("ETag", "\"4\"").body("orderId", equalTo(orderId)).body("amount.amount", equalTo(4_200)).body("amount.currency", equalTo("EUR"));

    ask(3, new RefundPayment(orderId));
    awaitState("REFUNDED");
    assertThat(books().summary(orderId).getInt("entries")).isEqualTo(3);
  }

  @Test
  void a_lost_answer_is_charged_once_and_found_when_the_message_comes_back() {
    ask(1, authorize("tok_lost_answer"));

    awaitState("AUTHORIZED");
    assertThat(books().count(orderId, "authorized")).isOne();
  }

  @Test
  void a_slow_provider_is_asked_later_and_charged_once() {
    ask(1, authorize("tok_slow"));

    awaitState("AUTHORIZED");
    assertThat(books().count(orderId, "authorized")).isOne();
  }

  @Test
  void a_void_that_comes_first_wins() {
    ask(2, new VoidPayment(orderId));
    awaitState("VOIDED");
    ask(1, authorize("tok_approved"));

    await().atMost(PATIENCE).until(() -> get("/v1/payments/{id}", orderId).header("ETag").equals("\"2\""));
    assertThat(books().summary(orderId).getInt("entries")).isZero();
  }

  @Test
  void a_declined_card_is_shown_with_its_reason() {
    ask(1, authorize("tok_declined"));

    awaitState("DECLINED");
    get("/v1/payments/{id}", orderId).then().body("reason", equalTo("card_declined"));
  }

  @Test
  void a_payment_nobody_asked_for_is_a_problem() {
    get("/v1/payments/{id}", orderId).then().statusCode(404)
        .contentType("application/problem+json").body("type", equalTo("urn:tradewind:problem:payment-not-found"));
  }

  @Test
  void no_log_line_holds_the_token() {
    var lines = new Lines();
    var root = Logger.getLogger("");
    root.addHandler(lines);
    try {
      ask(1, authorize("tok_error_500:secret"));
      awaitState("AUTHORIZED");
    } finally {
      root.removeHandler(lines);
    }

    assertThat(lines.all).isNotEmpty().noneMatch(line -> line.contains("secret"));
  }

  private Command authorize(String token) {
    return new AuthorizePayment(orderId, new Money(4_200, "EUR"), token);
  }

  private void ask(int nth, Command command) {
    var message = new Message(
        "order/" + orderId + "/" + nth + "/0", "/tradewind/orders", "order/" + orderId, nth, Instant.now(), "test", orderId, "", Optional.empty(), command);
    dispatcher.dispatch(List.of(message)).await().atMost(Duration.ofSeconds(10));
  }

  private void awaitState(String state) {
    await().atMost(PATIENCE).until(() -> state.equals(get("/v1/payments/{id}", orderId).path("state")));
  }

  private Books books() {
    return new Books(url);
  }

  private static final class Lines extends Handler {
    private final Queue<String> all = new ConcurrentLinkedQueue<>();

    Lines() {
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord line) {
      all.add(line.getMessage() + " " + List.of(Optional.ofNullable(line.getParameters()).orElse(new Object[0])) + " " + line.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
