package dev.tradewind.insights.domain;

/**
 * What was sold.
 *
 * @param of what the figure is of
 * @param units sold
 * @param revenue in minor units of the currency
 * @param orders in which it was sold
 */
public record Figure(Slot of, long units, long revenue, long orders) implements Placed {

  @Override
  public Position position() {
    return of.position();
  }
}
