package dev.tradewind.notifications.api;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Where a customer is written to. The shape is that of HTML's e-mail field, so no header can be smuggled in.
 *
 * @param email the address
 */
@RegisterForReflection
record Contact(
    @NotNull(message = "is required")
    @Size(max = 254, message = "must be 254 characters or less")
    @Pattern(regexp = Contact.ADDRESS, message = "must be an e-mail address, such as name@example.com")
    String email) {

  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  static final String ADDRESS = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + LABEL + "(?:\\." + LABEL + ")+";

  /** A record prints what it holds: nobody prints an address. */
  @Override
  public String toString() {
    return "Contact[***]";
  }
}
