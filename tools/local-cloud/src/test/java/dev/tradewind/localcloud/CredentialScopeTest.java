package dev.tradewind.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CredentialScopeTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "absent", textBlock = """
      AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sns/aws4_request, SignedHeaders=host, Signature=00 | sns
      AWS4-HMAC-SHA256 SignedHeaders=host, Credential=test/20260101/eu-west-1/dynamodb/aws4_request          | dynamodb
      AWS4-HMAC-SHA256 Credential=test/20260101                                                              | absent
      Bearer token                                                                                           | absent
      absent                                                                                                 | absent
      """)
  void a_signature_names_its_service(String authorization, String service) {
    assertThat(CredentialScope.serviceOf(authorization).orElse(null)).isEqualTo(service);
  }
}
