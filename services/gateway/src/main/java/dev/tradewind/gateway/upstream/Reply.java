package dev.tradewind.gateway.upstream;

/** What came of asking for a stream: one, or an answer that says why not. */
public sealed interface Reply permits ServiceAnswer, ServiceStream {}
