package dev.tradewind.archive.format;

import dev.tradewind.core.Check;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket in S3. The SDK sends a checksum with each object, and S3 refuses what does not fit it. */
public final class S3Store implements ObjectStore {

  private static final int CHANGED = 412;
  private static final int CHANGED_JUST_NOW = 409;
  private static final int GONE = 404;

  private final S3AsyncClient s3;
  private final String bucket;

  public S3Store(S3AsyncClient s3, String bucket) {
    this.s3 = Check.notNull(s3, "s3");
    this.bucket = Check.notBlank(bucket, "bucket");
  }

  @Override
  public Uni<Void> put(String key, Content content) {
    return put(request(key, content).build(), content).replaceWithVoid();
  }

  @Override
  public Uni<Boolean> replace(String key, Content content, Optional<String> tag) {
    var request = request(key, content);
    tag.ifPresentOrElse(request::ifMatch, () -> request.ifNoneMatch("*"));
    return put(request.build(), content).replaceWith(true)
        .onFailure(failure -> is(failure, CHANGED) || is(failure, CHANGED_JUST_NOW) || tag.isPresent() && is(failure, GONE))
        .recoverWithItem(false);
  }

  @Override
  public Uni<Optional<Stored>> get(String key) {
    return Uni.createFrom().completionStage(
            () -> s3.getObject(get -> get.bucket(bucket).key(key), AsyncResponseTransformer.<GetObjectResponse>toBytes()))
        .map(read -> Optional.of(new Stored(read.asByteArrayUnsafe(), read.response().eTag())))
        .onFailure(NoSuchKeyException.class).recoverWithItem(Optional.empty());
  }

  @Override
  public Uni<Void> delete(String key) {
    return Uni.createFrom().completionStage(() -> s3.deleteObject(delete -> delete.bucket(bucket).key(key))).replaceWithVoid();
  }

  @Override
  public Uni<Page> list(String prefix, String after) {
    return Uni.createFrom().completionStage(() -> s3.listObjectsV2(list -> list.bucket(bucket).prefix(prefix).startAfter(after)))
        .map(page -> new Page(page.contents().stream().map(S3Object::key).toList(), Boolean.TRUE.equals(page.isTruncated())));
  }

  private PutObjectRequest.Builder request(String key, Content content) {
    return PutObjectRequest.builder().bucket(bucket).key(key).contentType(content.type()).metadata(content.metadata());
  }

  private Uni<?> put(PutObjectRequest request, Content content) {
    return Uni.createFrom().completionStage(() -> s3.putObject(request, AsyncRequestBody.fromBytesUnsafe(content.bytes())));
  }

  private static boolean is(Throwable failure, int status) {
    return failure instanceof S3Exception refused && refused.statusCode() == status;
  }
}
