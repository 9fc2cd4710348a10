package dev.tradewind.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

@ConformanceTest
class S3ObjectIT {

  private static final int MEBIBYTE = 1024 * 1024;

  private static byte[] bytes(int size) {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static int statusOf(Runnable refused) {
    return catchThrowableOfType(S3Exception.class, refused::run).statusCode();
  }

  @Test
  void an_object_is_read_as_it_was_written(Cloud cloud) {
    var bucket = cloud.bucket();
    var bytes = bytes(100_000);
    var put = cloud.s3.putObject(to -> to.bucket(bucket.name()).key("a/b c/ü+1").contentType("application/x-ndjson")
        .metadata(Map.of("records", "17")), RequestBody.fromBytes(bytes));
    var read = cloud.s3.getObjectAsBytes(get -> get.bucket(bucket.name()).key("a/b c/ü+1"));
    assertThat(read.asByteArray()).isEqualTo(bytes);
    assertThat(read.response().contentType()).isEqualTo("application/x-ndjson");
    assertThat(read.response().metadata()).containsEntry("records", "17");
    assertThat(read.response().eTag()).isEqualTo(put.eTag()).isNotBlank();
  }

  @Test
  void a_written_object_is_there_at_once_and_replaces_what_was(Cloud cloud) {
    var bucket = cloud.bucket();
    for (int i = 0; i < 5; i++) {
      bucket.put("key", "text " + i);
      assertThat(bucket.get("key")).isEqualTo("text " + i);
    }
    assertThat(bucket.keys()).containsExactly("key");
  }

  @Test
  void an_empty_object_is_an_object(Cloud cloud) {
    var bucket = cloud.bucket();
    bucket.put("empty", "");
    assertThat(bucket.get("empty")).isEmpty();
    assertThat(bucket.keys()).containsExactly("empty");
  }

  @Test
  void a_large_object_passes(Cloud cloud) {
    var bucket = cloud.bucket();
    var bytes = bytes(24 * MEBIBYTE);
    cloud.s3.putObject(put -> put.bucket(bucket.name()).key("large"), RequestBody.fromBytes(bytes));
    assertThat(cloud.s3.getObjectAsBytes(get -> get.bucket(bucket.name()).key("large")).asByteArray()).isEqualTo(bytes);
  }

  @Test
  void the_head_of_an_object_tells_what_it_is(Cloud cloud) {
    var bucket = cloud.bucket();
    var put = bucket.put("key", "text");
    var head = cloud.s3.headObject(get -> get.bucket(bucket.name()).key("key"));
    assertThat(head.contentLength()).isEqualTo(4);
    assertThat(head.eTag()).isEqualTo(put.eTag());
    assertThat(head.lastModified()).isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(60));
  }

  @Test
  void a_part_of_an_object_can_be_read(Cloud cloud) {
    var bucket = cloud.bucket();
    bucket.put("key", "0123456789");
    var middle = cloud.s3.getObjectAsBytes(get -> get.bucket(bucket.name()).key("key").range("bytes=2-4"));
    assertThat(middle.asUtf8String()).isEqualTo("234");
    assertThat(middle.response().contentRange()).isEqualTo("bytes 2-4/10");
    assertThat(cloud.s3.getObjectAsBytes(get -> get.bucket(bucket.name()).key("key").range("bytes=-3")).asUtf8String()).isEqualTo("789");
    assertThat(cloud.s3.getObjectAsBytes(get -> get.bucket(bucket.name()).key("key").range("bytes=7-")).asUtf8String()).isEqualTo("789");
    assertThat(statusOf(() -> cloud.s3.getObjectAsBytes(get -> get.bucket(bucket.name()).key("key").range("bytes=10-")))).isEqualTo(416);
  }

  @Test
  void an_object_that_is_not_there_is_not_found(Cloud cloud) {
    var bucket = cloud.bucket();
    assertThat(catchThrowableOfType(NoSuchKeyException.class, () -> bucket.get("none"))).isNotNull();
    assertThat(statusOf(() -> cloud.s3.headObject(get -> get.bucket(bucket.name()).key("none")))).isEqualTo(404);
    assertThat(catchThrowableOfType(NoSuchBucketException.class, () -> new Bucket(cloud.s3, Cloud.uniqueName()).put("key", "x"))).isNotNull();
  }

  @Test
  void an_object_can_be_written_on_condition_that_there_is_none(Cloud cloud) {
    var bucket = cloud.bucket();
    cloud.s3.putObject(put -> put.bucket(bucket.name()).key("key").ifNoneMatch("*"), RequestBody.fromString("first"));
    assertThat(statusOf(() -> cloud.s3.putObject(put -> put.bucket(bucket.name()).key("key").ifNoneMatch("*"), RequestBody.fromString("second"))))
        .isEqualTo(412);
    assertThat(bucket.get("key")).isEqualTo("first");
  }

  @Test
  void of_many_that_write_on_condition_one_wins(Cloud cloud) {
    var bucket = cloud.bucket();
    var writers = IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
      try {
        cloud.s3.putObject(put -> put.bucket(bucket.name()).key("key").ifNoneMatch("*"), RequestBody.fromString("writer " + i));
        return "writer " + i;
      } catch (S3Exception e) {
        assertThat(e.statusCode()).isIn(409, 412);
        return "";
      }
    })).toList();
    assertThat(writers.stream().map(CompletableFuture::join).filter(winner -> !winner.isEmpty()).toList()).containsExactly(bucket.get("key"));
  }

  @Test
  void a_deleted_object_is_gone_and_may_be_deleted_again(Cloud cloud) {
    var bucket = cloud.bucket();
    bucket.put("key", "x");
    for (int i = 0; i < 2; i++) {
      cloud.s3.deleteObject(delete -> delete.bucket(bucket.name()).key("key"));
      assertThat(bucket.keys()).isEmpty();
    }
  }

  @Test
  void many_objects_can_be_deleted_together(Cloud cloud) {
    var bucket = cloud.bucket();
    IntStream.range(0, 5).forEach(i -> bucket.put("key-" + i, "x"));
    var deleted = cloud.s3.deleteObjects(delete -> delete.bucket(bucket.name()).delete(all -> all.objects(
        IntStream.range(0, 4).mapToObj(i -> ObjectIdentifier.builder().key("key-" + i).build()).toList())));
    assertThat(deleted.errors()).isEmpty();
    assertThat(deleted.deleted()).hasSize(4);
    assertThat(bucket.keys()).containsExactly("key-4");
  }

  @Test
  void a_checksum_is_kept_and_a_wrong_one_refused(Cloud cloud) {
    var bucket = cloud.bucket();
    cloud.s3.putObject(put -> put.bucket(bucket.name()).key("key").checksumAlgorithm(ChecksumAlgorithm.SHA256), RequestBody.fromString("text"));
    assertThat(bucket.get("key")).isEqualTo("text");
    assertThat(statusOf(() -> cloud.s3.putObject(put -> put.bucket(bucket.name()).key("wrong")
        .checksumSHA256("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="), RequestBody.fromString("text")))).isEqualTo(400);
    assertThat(bucket.keys()).containsExactly("key");
  }

  @Test
  void an_object_can_be_written_in_parts(Cloud cloud) {
    var bucket = cloud.bucket();
    var first = bytes(5 * MEBIBYTE);
    var last = bytes(1_000);
    var upload = cloud.s3.createMultipartUpload(create -> create.bucket(bucket.name()).key("parts")).uploadId();
    var parts = IntStream.rangeClosed(1, 2).mapToObj(number -> CompletedPart.builder().partNumber(number).eTag(
        cloud.s3.uploadPart(part -> part.bucket(bucket.name()).key("parts").uploadId(upload).partNumber(number),
            RequestBody.fromBytes(number == 1 ? first : last)).eTag()).build()).toList();
    assertThat(bucket.keys()).isEmpty();
    cloud.s3.completeMultipartUpload(complete -> complete.bucket(bucket.name()).key("parts").uploadId(upload)
        .multipartUpload(all -> all.parts(parts)));
    var read = cloud.s3.getObjectAsBytes(get -> get.bucket(bucket.name()).key("parts")).asByteArray();
    assertThat(read).startsWith(first).endsWith(last).hasSize(first.length + last.length);
  }

  @Test
  void parts_that_are_given_up_leave_nothing(Cloud cloud) {
    var bucket = cloud.bucket();
    var upload = cloud.s3.createMultipartUpload(create -> create.bucket(bucket.name()).key("parts")).uploadId();
    cloud.s3.uploadPart(part -> part.bucket(bucket.name()).key("parts").uploadId(upload).partNumber(1), RequestBody.fromString("x"));
    cloud.s3.abortMultipartUpload(abort -> abort.bucket(bucket.name()).key("parts").uploadId(upload));
    assertThat(cloud.s3.listMultipartUploads(list -> list.bucket(bucket.name())).uploads()).isEmpty();
    assertThat(bucket.keys()).isEmpty();
  }
}
