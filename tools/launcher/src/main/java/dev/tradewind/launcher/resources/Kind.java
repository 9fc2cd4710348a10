package dev.tradewind.launcher.resources;

/** How resources of one kind come into being at an endpoint. */
interface Kind {

  /** Creates the resource when it is missing, and brings it in line when it differs; a second call changes nothing. */
  Change apply(Manifest manifest);

  /** Returns when the resource can be used. */
  default void await(Manifest manifest) {}
}
