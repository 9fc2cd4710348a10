package dev.tradewind.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradewind.localcloud.servicediscovery.CloudMapOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OptionsTest {

  @Test
  void what_cannot_be_is_refused_by_name() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Options(" ", 0, Optional.empty())).withMessageContaining("host");
    assertThatIllegalArgumentException().isThrownBy(() -> new Options("127.0.0.1", -1, Optional.empty()))
        .withMessageContaining("port");
    assertThatIllegalArgumentException().isThrownBy(() -> new Options("127.0.0.1", 65_536, Optional.empty()))
        .withMessageContaining("65536");
    assertThatIllegalArgumentException().isThrownBy(() -> new Options("127.0.0.1", 0, null)).withMessageContaining("data");
    assertThatIllegalArgumentException().isThrownBy(() -> new Options("127.0.0.1", 0, Optional.empty(), null)).withMessageContaining("cloudMap");
  }

  @Test
  void what_is_not_changed_stays() {
    var slow = new CloudMapOptions(Duration.ofSeconds(5), Duration.ofSeconds(30), 10, 20);
    var options = Options.ephemeral().with(slow).keepingDataIn(Path.of("data"));
    assertThat(options).isEqualTo(new Options("127.0.0.1", 0, Optional.of(Path.of("data")), slow));
    assertThat(Options.ephemeral().cloudMap()).isEqualTo(CloudMapOptions.defaults());
  }
}
