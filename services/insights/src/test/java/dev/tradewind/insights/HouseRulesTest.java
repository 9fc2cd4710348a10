package dev.tradewind.insights;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Uni;

@AnalyzeClasses(packages = "dev.tradewind.insights", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

  private static final String ROOT = "dev.tradewind.insights";

  @ArchTest
  static final ArchRule the_domain_knows_only_java_the_core_and_the_contracts = classes().that().resideInAPackage(ROOT + ".domain..")
      .should().onlyDependOnClassesThat(resideInAnyPackage("java..", "dev.tradewind.core", "dev.tradewind.contracts..", ROOT + ".domain.."));

  @ArchTest
  static final ArchRule reading_and_serving_run_without_aws_and_without_a_framework = noClasses()
      .that().resideInAnyPackage(ROOT + ".reading..", ROOT + ".serving..")
      .should().dependOnClassesThat(resideInAnyPackage("software.amazon..", "io.quarkus..", "jakarta..", "dev.tradewind.quarkus.."));

  @ArchTest
  static final ArchRule only_the_tables_and_the_wiring_know_dynamo_db = noClasses()
      .that().resideOutsideOfPackages(ROOT + ".tables..", ROOT)
      .should().dependOnClassesThat().resideInAPackage("software.amazon.awssdk..");

  @ArchTest
  static final ArchRule the_kinesis_library_stays_in_the_chassis =
      noClasses().should().dependOnClassesThat().resideInAPackage("software.amazon.kinesis..");

  @ArchTest
  static final ArchRule what_is_asked_knows_nothing_of_how_it_is_kept = noClasses().that().resideInAPackage(ROOT + ".api..")
      .should().dependOnClassesThat().resideInAPackage(ROOT + ".tables..");

  @ArchTest
  static final ArchRule no_room_leads_back_to_itself = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule no_other_service_is_known = noClasses().should().dependOnClassesThat().resideInAnyPackage(
      "dev.tradewind.orders..", "dev.tradewind.inventory..", "dev.tradewind.payments..", "dev.tradewind.shipping..", "dev.tradewind.queries..");

  @ArchTest
  static final ArchRule nobody_blocks = noClasses().should().callMethod(Uni.class, "await").orShould().callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static final ArchRule fields_are_final = fields().that().areDeclaredInClassesThat().areNotEnums().should().beFinal();

  @ArchTest
  static final ArchRule nothing_is_printed = noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
}
