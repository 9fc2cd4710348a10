package dev.tradewind.timemachine;

import dev.tradewind.archive.format.Audit;
import dev.tradewind.archive.format.DamagedArchive;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** What {@code ./tradewind audit} runs. */
@Command(name = "./tradewind audit", mixinStandardHelpOptions = true,
    description = "Compare every object of the archive with its manifest: is it there, is it as it was written, is none missing between. "
        + "Exits with 1 when not.")
public final class AuditArchive implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Mixin
  private final Place place;

  AuditArchive(Place place) {
    this.place = place;
  }

  public static void main(String... arguments) {
    Exit.with(new AuditArchive(Place.named()), arguments);
  }

  @Override
  public Integer call() {
    try {
      var found = new Audit(place.store()).run().await().indefinitely();
      found.problems().forEach(spec.commandLine().getOut()::println);
      spec.commandLine().getOut().println("%d objects with %d records are as they were written; %d records are parked; %d problems"
          .formatted(found.objects(), found.records(), found.parked(), found.problems().size()));
      return found.problems().isEmpty() ? 0 : Refused.FAILED;
    } catch (DamagedArchive damaged) {
      throw Refused.answer(damaged.getMessage());
    } catch (SdkException unreachable) {
      throw Refused.answer("The archive cannot be read: " + unreachable.getMessage());
    }
  }
}
