package dev.tradewind.insights.domain;

/**
 * That an order breaks a rule.
 *
 * @param detail in words for a person; follows from the rule alone, so that it is the same whenever it is found
 */
public record Finding(Placement order, FraudRule rule, String detail) {}
