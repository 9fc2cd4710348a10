package dev.tradewind.insights.domain;

/** Raise the suspicion, if it is not raised yet. */
public record Suspect(Finding finding) {}
