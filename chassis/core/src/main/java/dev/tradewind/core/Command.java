package dev.tradewind.core;

/** Asks one service to do something. It goes to that service's command queue. */
public non-sealed interface Command extends Payload {}
