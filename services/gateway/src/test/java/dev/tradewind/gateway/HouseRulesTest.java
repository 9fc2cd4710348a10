package dev.tradewind.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Uni;

@AnalyzeClasses(packages = "dev.tradewind.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

  private static final String ROOT = "dev.tradewind.gateway";

  @ArchTest
  static final ArchRule no_room_leads_back_to_itself = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_access_knows_what_a_token_is = noClasses().that().resideOutsideOfPackage(ROOT + ".access..")
      .should().dependOnClassesThat(resideInAnyPackage("io.quarkus.oidc..", "io.quarkus.security..", "org.jose4j..", "org.eclipse.microprofile.jwt.."));

  @ArchTest
  static final ArchRule only_what_replicas_share_knows_valkey = noClasses()
      .that().resideOutsideOfPackages(ROOT + ".valkey..", ROOT + ".limits..", ROOT + ".cache..")
      .should().dependOnClassesThat(resideInAnyPackage("io.quarkus.redis..", "io.vertx.mutiny.redis..", "io.vertx.redis..", ROOT + ".valkey.."));

  @ArchTest
  static final ArchRule no_service_knows_another = noClasses().should().dependOnClassesThat(resideInAnyPackage(
      "dev.tradewind.orders..", "dev.tradewind.inventory..", "dev.tradewind.payments..", "dev.tradewind.shipping..", "dev.tradewind.queries..",
      "dev.tradewind.notifications..", "dev.tradewind.insights..", "dev.tradewind.catalog.."));

  @ArchTest
  static final ArchRule nobody_blocks = noClasses().should().callMethod(Uni.class, "await")
      .orShould().callMethod(Thread.class, "sleep", long.class)
      .because("nothing blocks an event loop");

  @ArchTest
  static final ArchRule fields_are_final = fields().that().areNotStatic().should().beFinal();
}
