package dev.tradewind.timemachine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ReplayedTest {

  private final Replayed done = new Replayed("tradewind-queries-2", 12_000, 1_500, 4_500, 1.5, 2.25);

  @Test
  void everyEventWasEitherWrittenOrSkipped() {
    assertThat(done.events()).isEqualTo(6_000);
  }

  @Test
  void peopleAreToldWhatServesAndWhatItTook() {
    assertThat(done.text()).isEqualTo("tradewind-queries-2 serves: 12,000 commits of orders read in 3.8 s, the wait for the archive included; "
        + "1,500 views written, 4,500 events skipped as overtaken or there already");
  }

  @Test
  void programsAreToldTheSame() throws JsonProcessingException {
    assertThat(new ObjectMapper().readTree(done.json())).isEqualTo(new ObjectMapper().readTree("""
        {"table": "tradewind-queries-2", "commits": 12000, "events": 6000, "written": 1500, "skipped": 4500, "waitSeconds": 1.5,
         "seconds": 2.25}"""));
  }
}
