package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {

  private static final String ID = "o-1";

  @Test
  void itsCommitsAreOrderedByTimeWhoeverMadeThem() {
    List<String> lines = LoggedOrder.whole(ID, LoggedOrder.NOON);

    assertThat(story(lines.reversed()).of(ID)).isEqualTo(lines);
  }

  @Test
  void anOrderThatWasNotSeenFromItsBeginningToItsEndIsNotWhole() {
    List<String> lines = LoggedOrder.whole(ID, LoggedOrder.NOON);

    assertThat(story(lines).isWhole()).isTrue();
    assertThat(story(lines.subList(1, lines.size())).isWhole()).isFalse();
    assertThat(story(lines.subList(0, lines.size() - 1)).isWhole()).isFalse();
    assertThat(story(Collections.emptyList()).isWhole()).isFalse();
  }

  @Test
  void theSameMayHappenToAnotherOrder() {
    assertThat(story(LoggedOrder.whole(ID, LoggedOrder.NOON)).of("o-2")).isEqualTo(LoggedOrder.whole("o-2", LoggedOrder.NOON));
  }

  private static Story story(List<String> lines) {
    return new Story(ID, lines.stream().map(line -> Story.Line.of(line, EventArchive.CODEC.read(line))).toList());
  }
}
