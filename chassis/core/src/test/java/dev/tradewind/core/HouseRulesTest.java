package dev.tradewind.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The core is plain Java: what a service's domain imports must not drag in a framework. */
@AnalyzeClasses(packages = "dev.tradewind.core", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

  @ArchTest
  static final ArchRule the_core_knows_java_itself_and_mutiny_and_only_the_wire_knows_jackson = classes()
      .that().resideOutsideOfPackage("dev.tradewind.core.wire..")
      .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "dev.tradewind.core..", "io.smallrye.mutiny..");

  @ArchTest
  static final ArchRule the_wire_adds_jackson_and_nothing_else = classes()
      .that().resideInAPackage("dev.tradewind.core.wire..")
      .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "dev.tradewind.core..", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule nothing_outside_the_wire_needs_the_wire = noClasses()
      .that().resideOutsideOfPackage("dev.tradewind.core.wire..")
      .should().dependOnClassesThat().resideInAPackage("dev.tradewind.core.wire..");

  @ArchTest
  static final ArchRule a_saga_is_pure = noClasses()
      .that().resideInAPackage("dev.tradewind.core.saga..")
      .should().dependOnClassesThat().resideInAnyPackage("io.smallrye.mutiny..", "java.io..", "java.nio..", "java.net..", "java.util.concurrent..");

  @ArchTest
  static final ArchRule time_comes_in_through_an_interface = noClasses()
      .should().callMethod(java.time.Instant.class, "now")
      .orShould().callMethod(System.class, "currentTimeMillis")
      .orShould().callMethod(System.class, "nanoTime")
      .orShould().callMethod(java.time.Clock.class, "systemUTC");

  @ArchTest
  static final ArchRule every_class_that_holds_something_is_final = classes()
      .that().areNotInterfaces().and().areNotAnonymousClasses()
      .should().haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);
}
