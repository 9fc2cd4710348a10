package dev.tradewind.archive;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tradewind.archive", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

  @ArchTest
  static final ArchRule the_kinesis_library_stays_in_the_chassis =
      noClasses().should().dependOnClassesThat().resideInAPackage("software.amazon.kinesis..");

  @ArchTest
  static final ArchRule writing_knows_neither_aws_nor_quarkus = noClasses().that().resideInAPackage("..archive.writing..")
      .should().dependOnClassesThat().resideInAnyPackage("software.amazon..", "io.quarkus..", "jakarta..");

  @ArchTest
  static final ArchRule no_other_service_is_known = noClasses().should().dependOnClassesThat()
      .resideInAnyPackage("dev.tradewind.orders..", "dev.tradewind.inventory..", "dev.tradewind.payments..", "dev.tradewind.shipping..");

  @ArchTest
  static final ArchRule fields_are_final = fields().that().areDeclaredInClassesThat().areNotEnums().should().beFinal();

  @ArchTest
  static final ArchRule nothing_is_printed = noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
}
