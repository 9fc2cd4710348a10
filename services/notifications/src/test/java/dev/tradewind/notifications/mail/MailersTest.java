package dev.tradewind.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailersTest {

  private static final Mail MAIL = new Mail(
      "d-1", "Tradewind <orders@tradewind.example>", "someone@shop.example", "Your order", "Hello,\n\ngood news.\n",
      Instant.parse("2026-01-01T12:00:00Z"));

  private final Vertx vertx = Vertx.vertx();

  @TempDir
  Path directory;

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_mail_in_the_outbox_is_one_that_any_mail_program_opens() throws IOException {
    send(MAIL);

    assertThat(Files.readString(outbox().resolve("d-1.eml"))).isEqualTo(String.join("\r\n",
        "Date: Thu, 1 Jan 2026 12:00:00 GMT",
        "From: Tradewind <orders@tradewind.example>",
        "To: someone@shop.example",
        "Subject: Your order",
        "Message-ID: <d-1@tradewind.example>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        "Hello,",
        "",
        "good news.",
        ""));
  }

  @Test
  void a_mail_sent_again_replaces_itself_and_leaves_nothing_else() throws IOException {
    send(MAIL);
    send(MAIL);
    send(new Mail("d-2", MAIL.from(), MAIL.to(), MAIL.subject(), MAIL.text(), MAIL.at()));

    try (var files = Files.list(outbox())) {
      assertThat(files).extracting(file -> file.getFileName().toString()).containsExactlyInAnyOrder("d-1.eml", "d-2.eml");
    }
  }

  @Test
  void ses_is_asked_for_one_plain_mail_to_one_address() {
    var request = SesMailer.request(MAIL);

    assertThat(request.fromEmailAddress()).isEqualTo(MAIL.from());
    assertThat(request.destination().toAddresses()).containsExactly("someone@shop.example");
    assertThat(request.content().simple().subject().data()).isEqualTo("Your order");
    assertThat(request.content().simple().body().text().data()).isEqualTo("Hello,\n\ngood news.\n");
    assertThat(request.content().simple().body().html()).isNull();
    assertThat(request.emailTags()).singleElement().satisfies(tag -> assertThat(tag.value()).isEqualTo("d-1"));
  }

  @Test
  void no_address_is_printed() {
    assertThat(MAIL).hasToString("Mail[id=d-1]");
  }

  private Path outbox() {
    return directory.resolve("made/when/missing");
  }

  private void send(Mail mail) {
    new OutboxMailer(vertx, outbox()).send(mail).await().atMost(Duration.ofSeconds(30));
  }
}
