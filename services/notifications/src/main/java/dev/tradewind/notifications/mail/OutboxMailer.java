package dev.tradewind.notifications.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.CopyOptions;
import java.nio.file.Path;

/**
 * Writes each mail into a directory, under the id of its delivery: a mail sent again replaces itself. For laptops and tests, where nobody
 * should be written to.
 */
final class OutboxMailer implements Mailer {

  private final Vertx vertx;
  private final Path directory;

  OutboxMailer(Vertx vertx, Path directory) {
    this.vertx = vertx;
    this.directory = directory;
  }

  @Override
  public Uni<String> send(Mail mail) {
    var file = directory.resolve(mail.id() + ".eml").toString();
    var files = vertx.fileSystem();
    // A reader sees the whole mail or none.
    return Uni.createFrom().completionStage(() -> files.mkdirs(directory.toString())
        .flatMap(made -> files.writeFile(file + ".part", Buffer.buffer(Eml.of(mail))))
        .flatMap(written -> files.move(file + ".part", file, new CopyOptions().setReplaceExisting(true).setAtomicMove(true)))
        .map(moved -> "in the outbox")
        .toCompletionStage());
  }
}
