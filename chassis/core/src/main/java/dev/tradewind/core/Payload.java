package dev.tradewind.core;

/** What a {@link Message} carries: a {@link Command} or an {@link Event}. Implemented by records. */
public sealed interface Payload permits Command, Event {}
