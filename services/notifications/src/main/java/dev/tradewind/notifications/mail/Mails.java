package dev.tradewind.notifications.mail;

import dev.tradewind.core.StreamHandler;
import dev.tradewind.notifications.domain.DeliveryCommand.Arrived;
import dev.tradewind.notifications.domain.DeliveryCommand.NotArrived;
import dev.tradewind.notifications.domain.DeliveryCommand.Off;
import dev.tradewind.notifications.domain.DeliveryCommand.Outcome;
import dev.tradewind.notifications.domain.Notice;
import dev.tradewind.notifications.domain.NotificationIds;
import dev.tradewind.notifications.domain.Recipient;
import dev.tradewind.notifications.domain.RecipientCommand;
import dev.tradewind.notifications.domain.RecipientDecider;
import dev.tradewind.notifications.domain.RecipientEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** One attempt at an e-mail: is there still an address, and does the provider take the mail. */
@Singleton
public final class Mails {

  private static final Logger LOG = Logger.getLogger("tradewind.mail");

  private final StreamHandler<Recipient, RecipientCommand, RecipientEvent> recipients;
  private final RecipientDecider decider = new RecipientDecider();
  private final Mailer mailer;
  private final String from;

  Mails(
      StreamHandler<Recipient, RecipientCommand, RecipientEvent> recipients,
      Mailer mailer,
      @ConfigProperty(name = "tradewind.notifications.mail.from") String from) {
    this.recipients = recipients;
    this.mailer = mailer;
    this.from = from;
  }

  /** Fails only when we cannot look the address up; whatever the provider does is an outcome. */
  public Uni<Outcome> send(Notice notice) {
    return recipients.load(NotificationIds.recipientStream(notice.customerId()))
        .flatMap(history -> history.fold(decider).email()
            .map(address -> send(notice, address))
            .orElseGet(() -> Uni.createFrom().item(new Off("there is no address to write to"))));
  }

  private Uni<Outcome> send(Notice notice, String address) {
    var order = notice.order().orElseThrow();
    return OrderMail.text(notice.type(), order).createUni()
        .map(text -> new Mail(notice.deliveryId(), from, address, OrderMail.subject(notice.type(), order), text, notice.at()))
        .flatMap(mailer::send)
        .<Outcome>map(Arrived::new)
        .onFailure().invoke(failure -> LOG.warnf("mail-not-sent delivery=%s error=%s", notice.deliveryId(), failure.getClass().getSimpleName()))
        .onFailure().recoverWithItem(failure -> NotArrived.because(failure.getClass().getSimpleName()));
  }
}
