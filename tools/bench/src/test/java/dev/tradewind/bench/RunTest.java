package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {

  private static final List<Contender> BOTH = List.of(Contender.TRADEWIND, Contender.PEER);

  @Test
  void whoBeginsChangesFromRunToRun() {
    assertThat(Run.inTurn(BOTH, 1)).containsExactly(Contender.TRADEWIND, Contender.PEER);
    assertThat(Run.inTurn(BOTH, 2)).containsExactly(Contender.PEER, Contender.TRADEWIND);
    assertThat(Run.inTurn(BOTH, 3)).isEqualTo(Run.inTurn(BOTH, 1));
  }
}
