package dev.tradewind.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The mails that were written on this machine, one file each. */
record Outbox(Path directory) {

  /** The subjects of all mails to this address. */
  List<String> subjectsTo(String address) {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".eml")).map(Outbox::read).filter(mail -> mail.contains("\r\nTo: " + address + "\r\n"))
          .flatMap(mail -> mail.lines().filter(line -> line.startsWith("Subject: "))).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path mail) {
    try {
      return Files.readString(mail);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
