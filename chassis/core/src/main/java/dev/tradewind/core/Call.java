package dev.tradewind.core;

/** A request to the world outside, described as data by a decider and performed by an {@link Edge}. Implemented by records. */
public interface Call {}
