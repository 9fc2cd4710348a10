package dev.tradewind.aws;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One request that carries several entries. */
@FunctionalInterface
interface BatchCall<T> {

  /** Which entries were refused; none when all went well. A failure means that the fate of all of them is unknown. */
  Uni<List<Refusal>> send(List<T> entries);

  /**
   * An entry that was refused.
   *
   * @param index its place in the request
   * @param ours whether the request itself is wrong, so that repeating it is useless
   * @param code what the service calls the error
   */
  record Refusal(int index, boolean ours, String code) {}

  /** The refusals, and one more for each entry the answer does not speak of: only what is confirmed is done. */
  static List<Refusal> refusals(int entries, Set<String> confirmed, List<Refusal> refused) {
    var all = new ArrayList<>(refused);
    for (int i = 0; i < entries; i++) {
      int index = i;
      if (!confirmed.contains(Integer.toString(i)) && refused.stream().noneMatch(refusal -> refusal.index() == index)) {
        all.add(new Refusal(i, false, "Unanswered"));
      }
    }
    return all;
  }
}
