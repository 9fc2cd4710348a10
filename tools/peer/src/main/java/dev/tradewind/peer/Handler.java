package dev.tradewind.peer;

/** Decides what a message comes to. May be asked again about the same message, after a failure or when the state moved on meanwhile. */
@FunctionalInterface
interface Handler {

  Change handle(Message message);
}
