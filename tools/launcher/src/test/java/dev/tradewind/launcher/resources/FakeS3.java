package dev.tradewind.launcher.resources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.Tagging;

/** One bucket and its settings. What was never set is a 404, as on AWS; versioning alone is just not there. */
final class FakeS3 implements S3Client {

  final List<Object> writes = new ArrayList<>();
  private final Map<Class<?>, Object> settings = new HashMap<>();
  private boolean exists;
  int refusal;

  private <T> T get(Class<T> setting) {
    return Optional.ofNullable(settings.get(setting)).map(setting::cast).orElseThrow(() -> refused(404, "NoSuchConfiguration"));
  }

  private void put(Object request, Object setting) {
    writes.add(request);
    settings.put(setting.getClass(), setting);
  }

  private static S3Exception refused(int status, String code) {
    return (S3Exception) S3Exception.builder().statusCode(status).message(code)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(code).build()).build();
  }

  @Override
  public HeadBucketResponse headBucket(HeadBucketRequest request) {
    if (refusal != 0) {
      throw refused(refusal, "Refused");
    }
    if (!exists) {
      throw NoSuchBucketException.builder().statusCode(404).message("no such bucket").build();
    }
    return HeadBucketResponse.builder().build();
  }

  @Override
  public CreateBucketResponse createBucket(CreateBucketRequest request) {
    writes.add(request);
    exists = true;
    return CreateBucketResponse.builder().build();
  }

  @Override
  public GetPublicAccessBlockResponse getPublicAccessBlock(GetPublicAccessBlockRequest request) {
    return GetPublicAccessBlockResponse.builder().publicAccessBlockConfiguration(get(PublicAccessBlockConfiguration.class)).build();
  }

  @Override
  public PutPublicAccessBlockResponse putPublicAccessBlock(PutPublicAccessBlockRequest request) {
    put(request, request.publicAccessBlockConfiguration());
    return PutPublicAccessBlockResponse.builder().build();
  }

  @Override
  public GetBucketEncryptionResponse getBucketEncryption(GetBucketEncryptionRequest request) {
    return GetBucketEncryptionResponse.builder().serverSideEncryptionConfiguration(get(ServerSideEncryptionConfiguration.class)).build();
  }

  @Override
  public PutBucketEncryptionResponse putBucketEncryption(PutBucketEncryptionRequest request) {
    put(request, request.serverSideEncryptionConfiguration());
    return PutBucketEncryptionResponse.builder().build();
  }

  @Override
  public GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest request) {
    var versioning = Optional.ofNullable((String) settings.get(String.class));
    var response = GetBucketVersioningResponse.builder();
    versioning.ifPresent(response::status);
    return response.build();
  }

  @Override
  public PutBucketVersioningResponse putBucketVersioning(PutBucketVersioningRequest request) {
    put(request, request.versioningConfiguration().statusAsString());
    return PutBucketVersioningResponse.builder().build();
  }

  @Override
  public GetBucketLifecycleConfigurationResponse getBucketLifecycleConfiguration(GetBucketLifecycleConfigurationRequest request) {
    return GetBucketLifecycleConfigurationResponse.builder().rules(get(BucketLifecycleConfiguration.class).rules()).build();
  }

  @Override
  public PutBucketLifecycleConfigurationResponse putBucketLifecycleConfiguration(PutBucketLifecycleConfigurationRequest request) {
    put(request, request.lifecycleConfiguration());
    return PutBucketLifecycleConfigurationResponse.builder().build();
  }

  @Override
  public GetBucketTaggingResponse getBucketTagging(GetBucketTaggingRequest request) {
    return GetBucketTaggingResponse.builder().tagSet(get(Tagging.class).tagSet()).build();
  }

  @Override
  public PutBucketTaggingResponse putBucketTagging(PutBucketTaggingRequest request) {
    put(request, request.tagging());
    return PutBucketTaggingResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "s3";
  }

  @Override
  public void close() {}
}
