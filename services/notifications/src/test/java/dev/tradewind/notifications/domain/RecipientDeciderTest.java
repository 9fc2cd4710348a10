package dev.tradewind.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.notifications.domain.RecipientCommand.Register;
import dev.tradewind.notifications.domain.RecipientCommand.Remove;
import dev.tradewind.notifications.domain.RecipientCommand.RemoveEmail;
import dev.tradewind.notifications.domain.RecipientCommand.Rotate;
import dev.tradewind.notifications.domain.RecipientCommand.SetEmail;
import dev.tradewind.notifications.domain.RecipientCommand.SwitchOff;
import dev.tradewind.notifications.domain.RecipientEvent.EmailRemoved;
import dev.tradewind.notifications.domain.RecipientEvent.EmailSet;
import dev.tradewind.notifications.domain.RecipientEvent.SecretRotated;
import dev.tradewind.notifications.domain.RecipientEvent.WebhookRegistered;
import dev.tradewind.notifications.domain.RecipientEvent.WebhookRemoved;
import dev.tradewind.notifications.domain.RecipientEvent.WebhookSwitchedOff;
import dev.tradewind.testkit.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecipientDeciderTest {

  private static final Instant NOW = DeciderSpec.START;
  private static final Secret FIRST = secret(1);
  private static final Secret SECOND = secret(2);
  private static final Secret THIRD = secret(3);
  private static final Set<NoticeType> CONFIRMED = EnumSet.of(NoticeType.ORDER_CONFIRMED);

  private static DeciderSpec<Recipient, RecipientCommand, RecipientEvent> given(RecipientEvent... events) {
    return DeciderSpec.of(new RecipientDecider()).given(events);
  }

  private static WebhookRegistered registered(String id) {
    return new WebhookRegistered(id, "https://shop.example/" + id, CONFIRMED, FIRST);
  }

  private static Secret secret(int fill) {
    var key = new byte[32];
    java.util.Arrays.fill(key, (byte) fill);
    return Secret.of(key);
  }

  @Test
  void a_webhook_is_registered() {
    given().when(new Register("w", "https://shop.example/w", CONFIRMED, FIRST)).thenEvents(registered("w")).thenMessages().thenNeverWakes();
  }

  @Test
  void twenty_webhooks_are_enough() {
    var twenty = IntStream.range(0, 20).mapToObj(i -> registered("w" + i)).toArray(RecipientEvent[]::new);
    var oneMore = new Register("w", "https://shop.example/w", CONFIRMED, FIRST);
    given(twenty).when(oneMore).thenRefuses("too-many-webhooks");
    given(twenty).given(new WebhookRemoved("w7")).when(oneMore).thenEvents(registered("w"));
    given(twenty).given(new WebhookSwitchedOff("w7", "410")).when(oneMore).thenRefuses("too-many-webhooks");
  }

  @Test
  void it_is_told_what_it_wants_to_hear_while_it_is_on() {
    assertTargets(List.of(Optional.of("w")), registered("w"));
    assertTargets(List.of(), new WebhookRegistered("w", "https://shop.example", EnumSet.of(NoticeType.ORDER_PLACED), FIRST));
    assertTargets(List.of(), registered("w"), new WebhookSwitchedOff("w", "410"));
    assertTargets(List.of(), registered("w"), new WebhookRemoved("w"));
    assertTargets(List.of(Optional.of("w"), Optional.empty()), registered("w"), new EmailSet("a@b.example"));
    assertTargets(List.of(), new EmailSet("a@b.example"), new EmailRemoved());
  }

  @Test
  void a_secret_that_was_replaced_counts_for_a_day() {
    given(registered("w")).when(new Rotate("w", SECOND)).thenEvents(new SecretRotated("w", SECOND))
        .thenState(state -> state.webhook("w").orElseThrow().secretsAt(NOW).equals(List.of(SECOND, FIRST)))
        .thenState(state -> state.webhook("w").orElseThrow().secretsAt(NOW.plus(Duration.ofDays(1)).minusMillis(1)).equals(List.of(SECOND, FIRST)))
        .thenState(state -> state.webhook("w").orElseThrow().secretsAt(NOW.plus(Duration.ofDays(1))).equals(List.of(SECOND)));
  }

  @Test
  void replaced_again_within_the_day_the_oldest_counts_no_more() {
    given(registered("w"), new SecretRotated("w", SECOND)).when(new Rotate("w", THIRD))
        .thenState(state -> state.webhook("w").orElseThrow().secretsAt(NOW).equals(List.of(THIRD, SECOND)));
  }

  @Test
  void what_is_not_there_is_not_changed() {
    given().when(new Rotate("w", SECOND)).thenNothing();
    given().when(new Remove("w")).thenNothing();
    given().when(new SwitchOff("w", "410")).thenNothing();
    given().when(new RemoveEmail()).thenNothing();
    given(registered("w"), new WebhookSwitchedOff("w", "410")).when(new SwitchOff("w", "again")).thenNothing();
    given(new EmailSet("a@b.example")).when(new SetEmail("a@b.example")).thenNothing();
  }

  @Test
  void a_webhook_is_switched_off_with_the_reason_or_removed() {
    given(registered("w")).when(new SwitchOff("w", "410")).thenEvents(new WebhookSwitchedOff("w", "410"))
        .thenState(state -> state.webhook("w").orElseThrow().offBecause().equals(Optional.of("410")));
    given(registered("w")).when(new Remove("w")).thenEvents(new WebhookRemoved("w")).thenState(state -> state.webhooks().isEmpty());
    given(registered("a"), registered("b")).when(new Remove("a")).thenState(state -> state.webhook("b").isPresent());
  }

  @Test
  void an_address_is_set_changed_and_removed() {
    given().when(new SetEmail("a@b.example")).thenEvents(new EmailSet("a@b.example"));
    given(new EmailSet("a@b.example")).when(new SetEmail("c@d.example")).thenState(state -> state.email().equals(Optional.of("c@d.example")));
    given(new EmailSet("a@b.example")).when(new RemoveEmail()).thenEvents(new EmailRemoved());
  }

  @Test
  void nothing_that_is_printed_holds_a_secret_or_an_address() {
    assertThat(List.of(registered("w"), new SecretRotated("w", FIRST), new EmailSet("a@b.example")).toString())
        .doesNotContain("whsec_", "a@b.example");
  }

  private static void assertTargets(List<Optional<String>> targets, RecipientEvent... events) {
    given(events).when(new Remove("nobody")).thenState("told: " + targets, state -> state.targets(NoticeType.ORDER_CONFIRMED).equals(targets));
  }
}
