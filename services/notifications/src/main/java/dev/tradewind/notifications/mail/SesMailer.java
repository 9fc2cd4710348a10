package dev.tradewind.notifications.mail;

import io.smallrye.mutiny.Uni;
import software.amazon.awssdk.services.sesv2.SesV2AsyncClient;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;

/** Sends through Amazon SES. It takes no key by which a repeat could be known, so the client must not repeat by itself. */
final class SesMailer implements Mailer {

  private final SesV2AsyncClient ses;

  SesMailer(SesV2AsyncClient ses) {
    this.ses = ses;
  }

  @Override
  public Uni<String> send(Mail mail) {
    return Uni.createFrom().completionStage(() -> ses.sendEmail(request(mail))).map(SendEmailResponse::messageId);
  }

  static SendEmailRequest request(Mail mail) {
    return SendEmailRequest.builder()
        .fromEmailAddress(mail.from())
        .destination(to -> to.toAddresses(mail.to()))
        .content(content -> content.simple(simple -> simple
            .subject(utf8(mail.subject()))
            .body(body -> body.text(utf8(mail.text())))))
        .emailTags(tag -> tag.name("delivery").value(mail.id()))
        .build();
  }

  private static Content utf8(String text) {
    return Content.builder().data(text).charset("UTF-8").build();
  }
}
