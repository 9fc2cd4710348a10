package dev.tradewind.conformance;

import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket and its objects. */
record Bucket(S3Client s3, String name) {

  static Bucket create(S3Client s3, String name) {
    s3.createBucket(create -> create.bucket(name));
    return new Bucket(s3, name);
  }

  PutObjectResponse put(String key, String text) {
    return s3.putObject(put -> put.bucket(name).key(key), RequestBody.fromString(text));
  }

  String get(String key) {
    return s3.getObjectAsBytes(get -> get.bucket(name).key(key)).asUtf8String();
  }

  /** All keys, through all pages. */
  List<String> keys() {
    return s3.listObjectsV2Paginator(list -> list.bucket(name)).contents().stream().map(S3Object::key).toList();
  }

  void delete() {
    keys().forEach(key -> s3.deleteObject(delete -> delete.bucket(name).key(key)));
    s3.deleteBucket(delete -> delete.bucket(name));
  }
}
