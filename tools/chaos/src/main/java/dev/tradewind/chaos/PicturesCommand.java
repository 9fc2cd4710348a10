package dev.tradewind.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.chaos.picture.Pictures;
import dev.tradewind.launcher.cli.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Draws a campaign that is over. */
@Command(name = "pictures", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Draw recovery.svg and faults.svg from the results of a campaign.")
final class PicturesCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "RESULTS", description = "results.json of the campaign, or what --json wrote.")
  private Path results;

  @Parameters(index = "1", paramLabel = "DIR", description = "Where the pictures go.")
  private Path directory;

  private PicturesCommand() {}

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(results)) {
      throw new ChaosException("%s is no file: name the results.json of a campaign".formatted(results));
    }
    try {
      Pictures.draw(new ObjectMapper().readTree(results.toFile()), directory).forEach(System.out::println);
      return Exit.OK;
    } catch (JsonProcessingException malformed) {
      throw new ChaosException("%s is no JSON: %s".formatted(results, malformed.getOriginalMessage()));
    } catch (IllegalArgumentException wrong) {
      throw new ChaosException(results + ": " + wrong.getMessage());
    }
  }
}
