package dev.tradewind.janitor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

@AnalyzeClasses(packages = "dev.tradewind.janitor", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

  @ArchTest
  static final ArchRule the_domain_is_pure = noClasses().that().resideInAPackage("..janitor.domain..")
      .should().dependOnClassesThat()
      .resideInAnyPackage("software.amazon..", "io.quarkus..", "jakarta..", "io.smallrye..", "java.io..", "java.nio.file..");

  @ArchTest
  static final ArchRule only_the_adapters_know_aws = noClasses().that().resideOutsideOfPackages("..janitor.aws..", "..janitor.lambda..")
      .should().dependOnClassesThat().resideInAnyPackage("software.amazon..", "io.quarkus..", "jakarta..");

  @ArchTest
  static final ArchRule no_other_service_is_known = noClasses().should().dependOnClassesThat()
      .resideInAnyPackage("dev.tradewind.orders..", "dev.tradewind.inventory..", "dev.tradewind.payments..", "dev.tradewind.shipping..",
          "dev.tradewind.notifications..", "dev.tradewind.queries..", "dev.tradewind.archive.writing..");

  @ArchTest
  static final ArchRule tables_of_others_are_never_written = noClasses().should().callMethodWhere(
      DescribedPredicate.<JavaMethodCall>describe("DynamoDB changes something", call ->
          call.getTargetOwner().isAssignableTo(DynamoDbAsyncClient.class) && !call.getName().matches("builder|scan|close")));

  @ArchTest
  static final ArchRule nothing_is_printed = noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
}
