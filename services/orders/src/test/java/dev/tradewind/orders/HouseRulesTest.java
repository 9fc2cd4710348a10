package dev.tradewind.orders;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;

/** How this service is built, so that a reader who knows one knows all. */
@AnalyzeClasses(packages = "dev.tradewind.orders", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

  @ArchTest
  static final ArchRule THE_DOMAIN_KNOWS_ONLY_JAVA_THE_CORE_AND_THE_CONTRACTS = classes()
      .that().resideInAPackage("..orders.domain..")
      .should().onlyDependOnClassesThat()
      .resideInAnyPackage("java..", "dev.tradewind.core", "dev.tradewind.core.saga", "dev.tradewind.contracts..", "dev.tradewind.orders.domain..");

  @ArchTest
  static final ArchRule HTTP_DOES_NOT_KNOW_MESSAGES = noClasses()
      .that().resideInAPackage("..orders.api..")
      .should().dependOnClassesThat().resideInAPackage("..orders.messaging..");

  @ArchTest
  static final ArchRule MESSAGES_DO_NOT_KNOW_HTTP = noClasses()
      .that().resideInAPackage("..orders.messaging..")
      .should().dependOnClassesThat().resideInAnyPackage("..orders.api..", "jakarta.ws.rs..");

  @ArchTest
  static final ArchRule NO_SERVICE_KNOWS_ANOTHER = noClasses()
      .should().dependOnClassesThat()
      .resideInAnyPackage("dev.tradewind.inventory..", "dev.tradewind.payments..", "dev.tradewind.shipping..", "dev.tradewind.catalog..");

  @ArchTest
  static final ArchRule PACKAGES_DO_NOT_GO_IN_CIRCLES = slices().matching("dev.tradewind.orders.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOBODY_PRINTS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule NOBODY_LOGS_PAST_JBOSS_LOGGING = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule NOBODY_SLEEPS = noClasses().should().callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static final ArchRule NOBODY_WAITS_ON_THE_EVENT_LOOP = noClasses().should().callMethod(Uni.class, "await");

  @ArchTest
  static final ArchRule ONLY_THE_COPY_OF_PRODUCTS_KNOWS_AWS = noClasses()
      .that().resideOutsideOfPackage("..orders.products..")
      .should().dependOnClassesThat().resideInAPackage("software.amazon.awssdk..");

  @ArchTest
  static final ArchRule FIELDS_ARE_NEVER_INJECTED = fields().should().notBeAnnotatedWith(Inject.class);

  @ArchTest
  static final ArchRule FIELDS_ARE_FINAL = fields().that().areNotStatic().should().beFinal();
}
