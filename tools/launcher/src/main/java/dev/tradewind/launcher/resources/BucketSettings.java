package dev.tradewind.launcher.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;
import software.amazon.awssdk.services.s3.model.VersioningConfiguration;

/** What AWS sets on a bucket by calls of their own, and ACK keeps in the bucket's spec. */
final class BucketSettings {

  static final List<String> FIELDS = List.of("publicAccessBlock", "encryption", "versioning", "lifecycle", "tagging");

  private static final int NOT_SET = 404;

  private final S3Client s3;

  BucketSettings(S3Client s3) {
    this.s3 = s3;
  }

  /** Returns whether anything had to be changed. The door is closed first. */
  boolean apply(Manifest manifest, String bucket) {
    boolean closed = set(manifest, "publicAccessBlock", PublicAccessBlockConfiguration.builder(), spec -> spec.build(),
        () -> s3.getPublicAccessBlock(get -> get.bucket(bucket)).publicAccessBlockConfiguration(),
        wanted -> s3.putPublicAccessBlock(put -> put.bucket(bucket).publicAccessBlockConfiguration(wanted)));
    boolean encrypted = set(manifest, "encryption", ServerSideEncryptionConfiguration.builder(), spec -> spec.build(),
        () -> s3.getBucketEncryption(get -> get.bucket(bucket)).serverSideEncryptionConfiguration(),
        wanted -> s3.putBucketEncryption(put -> put.bucket(bucket).serverSideEncryptionConfiguration(wanted)));
    boolean versioned = set(manifest, "versioning", VersioningConfiguration.builder(), spec -> spec.build(),
        () -> VersioningConfiguration.builder().status(s3.getBucketVersioning(get -> get.bucket(bucket)).status()).build(),
        wanted -> s3.putBucketVersioning(put -> put.bucket(bucket).versioningConfiguration(wanted)));
    boolean tidied = set(manifest, "lifecycle", BucketLifecycleConfiguration.builder(), spec -> spec.build(),
        () -> BucketLifecycleConfiguration.builder().rules(s3.getBucketLifecycleConfiguration(get -> get.bucket(bucket)).rules()).build(),
        wanted -> s3.putBucketLifecycleConfiguration(put -> put.bucket(bucket).lifecycleConfiguration(wanted)));
    boolean tagged = set(manifest, "tagging", Tagging.builder(), spec -> new HashSet<>(spec.build().tagSet()),
        () -> new HashSet<>(s3.getBucketTagging(get -> get.bucket(bucket)).tagSet()),
        wanted -> s3.putBucketTagging(put -> put.bucket(bucket).tagging(tags -> tags.tagSet(wanted.toArray(Tag[]::new)))));
    return closed || encrypted || versioned || tidied || tagged;
  }

  private <B extends SdkPojo, T> boolean set(
      Manifest manifest, String field, B builder, Function<B, T> build, Supplier<T> actual, Consumer<T> put) {
    if (!(manifest.spec().get(field) instanceof ObjectNode spec)) {
      return false;
    }
    T wanted = build.apply(new SdkShape(manifest).fill(builder, spec));
    if (manifest.call("Get " + field, () -> ifSet(actual)).filter(wanted::equals).isPresent()) {
      return false;
    }
    manifest.call("Put " + field, () -> {
      put.accept(wanted);
      return wanted;
    });
    return true;
  }

  private static <T> Optional<T> ifSet(Supplier<T> actual) {
    try {
      return Optional.of(actual.get());
    } catch (S3Exception refused) {
      if (refused.statusCode() == NOT_SET) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
