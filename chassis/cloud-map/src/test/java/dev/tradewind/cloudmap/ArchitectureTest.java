package dev.tradewind.cloudmap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tradewind.cloudmap", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_rules_know_neither_aws_nor_stork = classes().that().resideInAPackage("dev.tradewind.cloudmap")
      .should().onlyDependOnClassesThat().resideInAnyPackage("dev.tradewind.cloudmap", "java..", "io.smallrye.mutiny..", "org.jboss.logging..");

  @ArchTest
  static final ArchRule the_adapter_of_aws_does_not_know_stork = noClasses().that().resideInAPackage("dev.tradewind.cloudmap.aws")
      .should().dependOnClassesThat().resideInAnyPackage("io.smallrye.stork..", "dev.tradewind.cloudmap.stork");

  @ArchTest
  static final ArchRule nothing_else_of_tradewind_is_needed = noClasses()
      .should().dependOnClassesThat().resideInAnyPackage("dev.tradewind.core..", "dev.tradewind.aws..", "dev.tradewind.quarkus..");
}
