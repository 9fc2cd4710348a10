package dev.tradewind.localcloud.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.localcloud.Endpoint;
import dev.tradewind.localcloud.LocalCloud;
import dev.tradewind.localcloud.Options;
import dev.tradewind.localcloud.RunningCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningCloud.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class S3ServiceTest {

  @ParameterizedTest
  @ValueSource(strings = {"/bucket", "/bucket/some/key", "/bucket/key?X-Amz-Credential=test%2F20260101%2Fus-east-1%2Fs3%2Faws4_request"})
  void whoever_does_not_sign_is_told_what_would_be_taken(String path, Endpoint endpoint) {
    var answer = endpoint.get(path);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("<Code>AccessDenied</Code>", "Authorization", "presigned");
  }

  @Test
  void it_is_up_before_and_after_it_was_needed_first(Endpoint endpoint) {
    assertThat(endpoint.get("/health").body()).contains("\"s3\":\"up\"");
    assertThat(endpoint.s3("PUT", "/needed", "").status()).isEqualTo(200);
    assertThat(endpoint.get("/health").body()).contains("\"s3\":\"up\"");
  }

  @Test
  void an_error_comes_as_s3_spells_it(Endpoint endpoint) {
    assertThat(endpoint.s3("GET", "/no-such-bucket/key", "").body()).contains("<Code>NoSuchBucket</Code>");
  }

  @Test
  void a_cloud_that_forgets_leaves_no_files() throws IOException {
    var before = temporary();
    try (var cloud = LocalCloud.start(Options.ephemeral())) {
      new Endpoint(cloud.endpoint()).s3("PUT", "/forgotten", "");
      assertThat(temporary()).hasSizeGreaterThan(before.size());
    }
    assertThat(temporary()).isSubsetOf(before);
  }

  private static Set<Path> temporary() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith("local-cloud-")).collect(Collectors.toSet());
    }
  }
}
