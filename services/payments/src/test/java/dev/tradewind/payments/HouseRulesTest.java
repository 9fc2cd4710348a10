package dev.tradewind.payments;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tradewind.payments", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

  @ArchTest
  static final ArchRule the_domain_knows_only_java_the_core_and_the_contracts = classes().that().resideInAPackage("..payments.domain..")
      .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "dev.tradewind.core..", "dev.tradewind.contracts..", "..payments.domain..");

  @ArchTest
  static final ArchRule rooms_know_the_domain_and_not_each_other = noClasses().that().resideInAnyPackage("..payments.messaging..", "..payments.api..")
      .should().dependOnClassesThat().resideInAPackage("..payments.psp..");

  @ArchTest
  static final ArchRule the_provider_is_spoken_to_in_one_room = noClasses().that().resideOutsideOfPackage("..payments.psp..")
      .should().dependOnClassesThat().resideInAnyPackage("org.eclipse.microprofile.rest.client..", "io.smallrye.faulttolerance..");

  @ArchTest
  static final ArchRule no_other_service_is_known = noClasses().should().dependOnClassesThat()
      .resideInAnyPackage("dev.tradewind.orders..", "dev.tradewind.inventory..", "dev.tradewind.shipping..");

  @ArchTest
  static final ArchRule fields_are_final = fields().that().areDeclaredInClassesThat().areNotEnums().should().beFinal();

  @ArchTest
  static final ArchRule nothing_is_printed = noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
}
