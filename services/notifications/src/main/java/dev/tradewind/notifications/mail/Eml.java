package dev.tradewind.notifications.mail;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A mail as a file, after <a href="https://www.rfc-editor.org/rfc/rfc5322">RFC 5322</a>. Any mail program opens it. */
final class Eml {

  private static final String LINE = "\r\n";

  private Eml() {}

  static String of(Mail mail) {
    return String.join(LINE,
        "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(mail.at().atOffset(ZoneOffset.UTC)),
        "From: " + mail.from(),
        "To: " + mail.to(),
        "Subject: " + mail.subject(),
        "Message-ID: <" + mail.id() + "@" + domain(mail.from()) + ">",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        mail.text().replace("\n", LINE));
  }

  private static String domain(String address) {
    return address.substring(address.indexOf('@') + 1).replace(">", "");
  }
}
