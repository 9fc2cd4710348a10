package dev.tradewind.launcher.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Buckets, by CreateBucket and a call for each of their settings. */
final class Buckets implements Kind {

  private static final int NOT_OURS = 403;

  private final S3Client s3;
  private final BucketSettings settings;

  Buckets(S3Client s3) {
    this.s3 = s3;
    this.settings = new BucketSettings(s3);
  }

  static CreateBucketRequest request(Manifest manifest) {
    ObjectNode spec = manifest.spec().deepCopy().without(BucketSettings.FIELDS);
    // ACK's one name for it that is not AWS's.
    spec.set("bucket", spec.remove("name"));
    return new SdkShape(manifest).fill(CreateBucketRequest.builder(), spec).build();
  }

  @Override
  public Change apply(Manifest manifest) {
    CreateBucketRequest wanted = request(manifest);
    boolean isThere = isThere(manifest, wanted.bucket());
    if (!isThere) {
      manifest.call("CreateBucket", () -> s3.createBucket(wanted));
    }
    boolean changed = settings.apply(manifest, wanted.bucket());
    return !isThere ? Change.CREATED : changed ? Change.UPDATED : Change.UNCHANGED;
  }

  private boolean isThere(Manifest manifest, String bucket) {
    try {
      s3.headBucket(head -> head.bucket(bucket));
      return true;
    } catch (NoSuchBucketException missing) {
      return false;
    } catch (S3Exception refused) {
      if (refused.statusCode() == NOT_OURS) {
        throw manifest.refuse("name", bucket + " belongs to another account, or these credentials may not see it; bucket names are one space "
            + "for all accounts: set buckets.suffix in the chart's values");
      }
      throw manifest.refuse("name", "AWS refused HeadBucket: " + refused.getMessage());
    }
  }
}
