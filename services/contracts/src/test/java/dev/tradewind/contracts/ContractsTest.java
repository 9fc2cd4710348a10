package dev.tradewind.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tradewind.contracts.payments.AuthorizePayment;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.Payload;
import dev.tradewind.core.Types.Role;
import dev.tradewind.core.Types.Type;
import org.junit.jupiter.api.Test;

class ContractsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.tradewind.contracts");

  @Test
  void every_payload_in_the_package_is_listed() {
    assertThat(CLASSES.stream().filter(javaClass -> javaClass.isAssignableTo(Payload.class)).map(JavaClass::getName))
        .containsExactlyInAnyOrderElementsOf(Resources.types().stream().map(type -> type.javaClass().getName()).toList());
  }

  @Test
  void a_payload_stands_in_the_package_of_the_service_it_is_listed_under() {
    assertThat(Resources.types()).allSatisfy(type -> assertThat(type.javaClass().getPackageName()).isEqualTo("dev.tradewind.contracts." + type.service()));
  }

  @Test
  void what_services_share_are_messages_and_nothing_of_their_domain() {
    assertThat(Resources.types()).extracting(Type::role).containsOnly(Role.COMMAND, Role.EVENT);
    classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "dev.tradewind.core..", "dev.tradewind.contracts..").check(CLASSES);
  }

  @Test
  void a_card_token_is_not_printed() {
    var command = new AuthorizePayment("o-1", new Money(100, "EUR"), "tok_visa_4f1c");

    assertThat(command.toString()).isEqualTo("AuthorizePayment[orderId=o-1, amount=Money[amount=100, currency=EUR], method=***]");
    assertThat("sent: %s".formatted(Outgoing.now(command))).doesNotContain("tok_visa");
    assertThat(Examples.of("tradewind.payments.AuthorizePayment.v1").toString()).doesNotContain("tok_visa");
  }
}
