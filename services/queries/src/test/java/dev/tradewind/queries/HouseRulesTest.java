package dev.tradewind.queries;

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

@AnalyzeClasses(packages = "dev.tradewind.queries", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

  private static final String ROOT = "dev.tradewind.queries";

  @ArchTest
  static final ArchRule the_domain_knows_only_java_the_core_and_the_contracts = classes().that().resideInAPackage(ROOT + ".domain..")
      .should().onlyDependOnClassesThat(resideInAnyPackage("java..", "dev.tradewind.core", "dev.tradewind.contracts..", ROOT + ".domain.."));

  @ArchTest
  static final ArchRule serving_runs_without_aws_and_without_a_framework = classes().that().resideInAPackage(ROOT + ".serving..")
      .should().onlyDependOnClassesThat(
          resideInAnyPackage("java..", "io.smallrye.mutiny..", "dev.tradewind.core", ROOT + ".domain..", ROOT + ".serving.."));

  @ArchTest
  static final ArchRule the_adapter_runs_without_a_framework_so_that_tools_can_rebuild = noClasses().that().resideInAPackage(ROOT + ".views..")
      .should().dependOnClassesThat(resideInAnyPackage("io.quarkus..", "jakarta..", "dev.tradewind.quarkus..", "org.eclipse.microprofile.."));

  @ArchTest
  static final ArchRule only_the_adapter_and_the_wiring_know_dynamo_db = noClasses()
      .that().resideOutsideOfPackages(ROOT + ".views..", ROOT)
      .should().dependOnClassesThat(resideInAPackage("software.amazon.awssdk.."));

  @ArchTest
  static final ArchRule doors_do_not_know_each_other_or_the_adapter = noClasses()
      .that().resideInAnyPackage(ROOT + ".api..", ROOT + ".messaging..")
      .should().dependOnClassesThat(resideInAnyPackage(ROOT + ".views.."));

  @ArchTest
  static final ArchRule no_room_leads_back_to_itself = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule no_service_knows_another = noClasses().should().dependOnClassesThat(
      resideInAnyPackage("dev.tradewind.orders..", "dev.tradewind.inventory..", "dev.tradewind.payments..", "dev.tradewind.shipping.."));

  @ArchTest
  static final ArchRule nobody_blocks = noClasses().should().callMethod(Uni.class, "await")
      .orShould().callMethod(Thread.class, "sleep", long.class)
      .because("nothing blocks an event loop");

  @ArchTest
  static final ArchRule fields_are_final = fields().that().areNotStatic().should().beFinal();
}
