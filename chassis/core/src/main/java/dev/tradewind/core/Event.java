package dev.tradewind.core;

/** Tells everyone what happened. It goes to the topic of the service that tells it. */
public non-sealed interface Event extends Payload {}
