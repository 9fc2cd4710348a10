package dev.tradewind.partners.psp;

import java.util.Locale;

/** What a client can ask the provider for. */
enum Step {
  AUTHORIZATION("auth_"),
  CAPTURE("cap_"),
  VOID("void_"),
  REFUND("ref_");

  private final String prefix;

  Step(String prefix) {
    this.prefix = prefix;
  }

  String prefix() {
    return prefix;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
