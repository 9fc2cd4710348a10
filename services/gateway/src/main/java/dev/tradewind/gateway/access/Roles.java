package dev.tradewind.gateway.access;

/** The roles a token may hold, for {@code @RolesAllowed}. */
public final class Roles {

  /** Sees and changes what is anybody's. */
  public static final String OPERATOR = "operator";

  private Roles() {}
}
