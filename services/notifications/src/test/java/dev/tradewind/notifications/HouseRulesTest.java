package dev.tradewind.notifications;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tradewind.notifications", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

  @ArchTest
  static final ArchRule the_domain_knows_only_java_the_core_and_the_contracts = classes().that().resideInAPackage("..notifications.domain..")
      .should().onlyDependOnClassesThat()
      .resideInAnyPackage("java..", "dev.tradewind.core..", "dev.tradewind.contracts..", "..notifications.domain..");

  @ArchTest
  static final ArchRule messages_call_nobody = noClasses().that().resideInAPackage("..notifications.messaging..")
      .should().dependOnClassesThat().resideInAnyPackage("..notifications.webhook..", "..notifications.mail..", "..notifications.api..");

  @ArchTest
  static final ArchRule the_two_ways_out_do_not_know_each_other = noClasses().that().resideInAPackage("..notifications.mail..")
      .should().dependOnClassesThat().resideInAnyPackage("..notifications.webhook..", "..notifications.api..");

  @ArchTest
  static final ArchRule strangers_are_called_from_one_room = noClasses().that().resideOutsideOfPackage("..notifications.webhook..")
      .should().dependOnClassesThat().resideInAnyPackage("io.vertx.core.http..", "java.net.http..");

  @ArchTest
  static final ArchRule mail_leaves_from_one_room = noClasses().that().resideOutsideOfPackage("..notifications.mail..")
      .should().dependOnClassesThat().resideInAPackage("software.amazon.awssdk.services.sesv2..");

  @ArchTest
  static final ArchRule no_other_service_is_known = noClasses().should().dependOnClassesThat()
      .resideInAnyPackage("dev.tradewind.orders..", "dev.tradewind.inventory..", "dev.tradewind.payments..", "dev.tradewind.shipping..");

  @ArchTest
  static final ArchRule fields_are_final = fields().that().areDeclaredInClassesThat().areNotEnums().should().beFinal();

  @ArchTest
  static final ArchRule nothing_is_printed = noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
}
