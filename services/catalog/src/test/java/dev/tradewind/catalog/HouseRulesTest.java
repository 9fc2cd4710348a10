package dev.tradewind.catalog;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Uni;

@AnalyzeClasses(packages = "dev.tradewind.catalog", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

  private static final String ROOT = "dev.tradewind.catalog";

  @ArchTest
  static final ArchRule the_domain_knows_only_java_the_core_and_the_contracts = classes().that().resideInAPackage(ROOT + ".domain..")
      .should().onlyDependOnClassesThat(resideInAnyPackage("java..", "dev.tradewind.core", "dev.tradewind.contracts..", ROOT + ".domain.."));

  @ArchTest
  static final ArchRule files_are_read_without_aws_and_without_a_framework = noClasses().that().resideInAPackage(ROOT + ".csv..")
      .should().dependOnClassesThat(resideInAnyPackage("software.amazon.awssdk..", "jakarta.ws.rs..", "dev.tradewind.quarkus.."));

  @ArchTest
  static final ArchRule only_the_adapters_know_dynamo_db = noClasses().that().resideOutsideOfPackages(ROOT + ".products..", ROOT + ".imports..")
      .should().dependOnClassesThat(resideInAPackage("software.amazon.awssdk.."));

  @ArchTest
  static final ArchRule no_room_leads_back_to_itself = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule no_service_knows_another = noClasses().should().dependOnClassesThat(
      resideInAnyPackage("dev.tradewind.orders..", "dev.tradewind.inventory..", "dev.tradewind.gateway..", "dev.tradewind.queries.."));

  @ArchTest
  static final ArchRule nobody_blocks = noClasses().should().callMethod(Uni.class, "await")
      .orShould().callMethod(Thread.class, "sleep", long.class)
      .because("nothing blocks an event loop");

  @ArchTest
  static final ArchRule fields_are_final = fields().that().areDeclaredInClassesThat().areNotEnums().should().beFinal();
}
