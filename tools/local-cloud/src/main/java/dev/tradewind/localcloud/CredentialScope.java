package dev.tradewind.localcloud;

import java.util.Optional;

/** The part of a signature that names the service: {@code Credential=key/20260101/us-east-1/sns/aws4_request}. */
final class CredentialScope {

  private static final String CREDENTIAL = "Credential=";
  private static final int SERVICE = 3;

  private CredentialScope() {}

  static Optional<String> serviceOf(String authorization) {
    if (authorization == null) {
      return Optional.empty();
    }
    int start = authorization.indexOf(CREDENTIAL);
    if (start < 0) {
      return Optional.empty();
    }
    int end = authorization.indexOf(',', start);
    var scope = authorization.substring(start + CREDENTIAL.length(), end < 0 ? authorization.length() : end);
    var parts = scope.split("/");
    return parts.length > SERVICE ? Optional.of(parts[SERVICE]) : Optional.empty();
  }
}
