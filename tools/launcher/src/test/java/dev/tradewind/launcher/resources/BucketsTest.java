package dev.tradewind.launcher.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;

class BucketsTest {

  private final FakeS3 s3 = new FakeS3();
  private final Buckets buckets = new Buckets(s3);
  private final Manifest archive = Rendered.named(Rendered.onAws(), "Bucket", "tradewind-archive");

  @Test
  void aMissingBucketIsCreatedWithTheDoorClosedFirstAndThenLeftAlone() {
    assertThat(buckets.apply(archive)).isEqualTo(Change.CREATED);
    assertThat(s3.writes).hasExactlyElementsOfTypes(CreateBucketRequest.class, PutPublicAccessBlockRequest.class, PutBucketEncryptionRequest.class,
        PutBucketVersioningRequest.class, PutBucketLifecycleConfigurationRequest.class, PutBucketTaggingRequest.class);
    s3.writes.clear();

    assertThat(buckets.apply(archive)).isEqualTo(Change.UNCHANGED);
    assertThat(s3.writes).isEmpty();
  }

  @Test
  void onlyWhatDiffersIsSet() {
    buckets.apply(archive);
    s3.writes.clear();

    assertThat(buckets.apply(Rendered.with(archive, "versioning", Map.of("status", "Suspended")))).isEqualTo(Change.UPDATED);
    assertThat(s3.writes).hasExactlyElementsOfTypes(PutBucketVersioningRequest.class);
  }

  @Test
  void whatTheChartDoesNotAskForIsLeftAlone() {
    Manifest local = Rendered.named(Rendered.local(), "Bucket", "tradewind-archive");

    assertThat(buckets.apply(local)).isEqualTo(Change.CREATED);
    assertThat(s3.writes).hasExactlyElementsOfTypes(CreateBucketRequest.class);
  }

  @Test
  void aNameThatSomebodyElseHasIsRefusedWithWhatToDo() {
    s3.refusal = 403;
    assertThatThrownBy(() -> buckets.apply(archive)).isInstanceOf(ResourceException.class)
        .hasMessageStartingWith("Bucket tradewind-archive: name: tradewind-archive-000000000000-us-east-1 belongs to another account")
        .hasMessageContaining("buckets.suffix");
  }

  @Test
  void anyOtherRefusalIsQuoted() {
    s3.refusal = 500;
    assertThatThrownBy(() -> buckets.apply(archive)).isInstanceOf(ResourceException.class)
        .hasMessageStartingWith("Bucket tradewind-archive: name: AWS refused HeadBucket: Refused");
  }
}
