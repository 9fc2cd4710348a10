package dev.tradewind.checker;

import java.util.Map;

/**
 * What clients are shown of orders, and what was told of them.
 *
 * @param shown what the view of each order holds, by the order's id
 * @param told what the newest event of each order tells, as the archive has it; contents are compared, and nothing else is done with them
 */
public record Views(Map<String, Object> shown, Map<String, Object> told) {

  public Views {
    shown = Map.copyOf(shown);
    told = Map.copyOf(told);
  }
}
