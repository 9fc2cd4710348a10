package dev.tradewind.chaos.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tradewind.chaos.recovery.Recovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pictures of a campaign, drawn from its results as they are written to {@code results.json}. */
public final class Pictures {

  private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

  private Pictures() {}

  /**
   * Draws {@code recovery.svg} and {@code faults.svg}.
   *
   * @param directory is made when it is missing
   * @return what was written
   * @throws IllegalArgumentException when these are not the results of a campaign
   */
  public static List<Path> draw(JsonNode results, Path directory) throws IOException {
    if (!results.path("recovery").isObject() || !results.at("/counts/faults").isObject()) {
      throw new IllegalArgumentException(
          "these are no results of a campaign: recovery or counts.faults is missing; take its results.json, or what --json wrote");
    }
    Recovery recovery = JSON.treeToValue(results.path("recovery"), Recovery.class);
    Map<String, Long> faults = new TreeMap<>();
    results.at("/counts/faults").properties().forEach(fault -> faults.put(fault.getKey(), fault.getValue().asLong()));
    Files.createDirectories(directory);
    return List.of(
        Files.writeString(directory.resolve("recovery.svg"), new RecoveryPicture(recovery).svg()),
        Files.writeString(directory.resolve("faults.svg"), new FaultsPicture(faults).svg()));
  }
}
