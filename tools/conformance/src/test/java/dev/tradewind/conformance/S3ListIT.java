package dev.tradewind.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

@ConformanceTest
class S3ListIT {

  private static final List<String> KEYS = List.of("log/2026/01/a", "log/2026/01/b", "log/2026/02/a", "log/2027/01/a", "other");

  private static Bucket filled(Cloud cloud) {
    var bucket = cloud.bucket();
    KEYS.reversed().forEach(key -> bucket.put(key, "text of " + key));
    return bucket;
  }

  private static List<String> keys(List<S3Object> objects) {
    return objects.stream().map(S3Object::key).toList();
  }

  @Test
  void keys_come_in_their_order_with_size_and_tag(Cloud cloud) {
    var bucket = filled(cloud);
    assertThat(bucket.keys()).isEqualTo(KEYS);
    assertThat(cloud.s3.listObjectsV2(list -> list.bucket(bucket.name())).contents().getLast()).satisfies(last -> {
      assertThat(last.size()).isEqualTo("text of other".length());
      assertThat(last.eTag()).isEqualTo(cloud.s3.headObject(head -> head.bucket(bucket.name()).key("other")).eTag());
    });
  }

  @Test
  void a_prefix_chooses(Cloud cloud) {
    var bucket = filled(cloud);
    assertThat(keys(cloud.s3.listObjectsV2(list -> list.bucket(bucket.name()).prefix("log/2026/0")).contents())).isEqualTo(KEYS.subList(0, 3));
    assertThat(cloud.s3.listObjectsV2(list -> list.bucket(bucket.name()).prefix("none")).contents()).isEmpty();
  }

  @Test
  void a_listing_can_start_after_a_key_that_need_not_be_there(Cloud cloud) {
    var bucket = filled(cloud);
    assertThat(keys(cloud.s3.listObjectsV2(list -> list.bucket(bucket.name()).startAfter("log/2026/01/b")).contents()))
        .isEqualTo(KEYS.subList(2, 5));
    assertThat(keys(cloud.s3.listObjectsV2(list -> list.bucket(bucket.name()).prefix("log/").startAfter("log/2026/01/zzz")).contents()))
        .isEqualTo(KEYS.subList(2, 4));
  }

  @Test
  void a_delimiter_folds_what_lies_below(Cloud cloud) {
    var bucket = filled(cloud);
    var top = cloud.s3.listObjectsV2(list -> list.bucket(bucket.name()).delimiter("/"));
    assertThat(keys(top.contents())).containsExactly("other");
    assertThat(top.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("log/");
    assertThat(cloud.s3.listObjectsV2(list -> list.bucket(bucket.name()).prefix("log/").delimiter("/")).commonPrefixes())
        .extracting(CommonPrefix::prefix).containsExactly("log/2026/", "log/2027/");
  }

  @Test
  void pages_continue_where_the_last_one_ended(Cloud cloud) {
    var bucket = cloud.bucket();
    var all = IntStream.range(0, 7).mapToObj(i -> "key-" + i).toList();
    all.forEach(key -> bucket.put(key, "x"));
    var first = cloud.s3.listObjectsV2(list -> list.bucket(bucket.name()).maxKeys(3));
    assertThat(first.isTruncated()).isTrue();
    assertThat(keys(first.contents())).isEqualTo(all.subList(0, 3));
    var second = cloud.s3.listObjectsV2(list -> list.bucket(bucket.name()).maxKeys(3).continuationToken(first.nextContinuationToken()));
    assertThat(keys(second.contents())).isEqualTo(all.subList(3, 6));
    assertThat(keys(cloud.s3.listObjectsV2Paginator(list -> list.bucket(bucket.name()).maxKeys(2)).contents().stream().toList())).isEqualTo(all);
  }

  @Test
  void a_bucket_is_listed_and_found(Cloud cloud) {
    var bucket = cloud.bucket();
    assertThat(cloud.s3.listBuckets().buckets().stream().anyMatch(listed -> listed.name().equals(bucket.name()))).isTrue();
    cloud.s3.headBucket(head -> head.bucket(bucket.name()));
    assertThat(catchThrowableOfType(S3Exception.class, () -> cloud.s3.headBucket(head -> head.bucket(Cloud.uniqueName()))).statusCode())
        .isEqualTo(404);
    assertThat(catchThrowableOfType(NoSuchBucketException.class, () -> cloud.s3.listObjectsV2(list -> list.bucket(Cloud.uniqueName())))).isNotNull();
  }

  @Test
  void a_bucket_with_objects_is_not_deleted(Cloud cloud) {
    var bucket = cloud.bucket();
    bucket.put("key", "x");
    assertThat(catchThrowableOfType(S3Exception.class, () -> cloud.s3.deleteBucket(delete -> delete.bucket(bucket.name()))).awsErrorDetails()
        .errorCode()).isEqualTo("BucketNotEmpty");
  }
}
