package dev.tradewind.insights.domain;

/** Something that stands in a list. */
public interface Placed {

  Position position();
}
