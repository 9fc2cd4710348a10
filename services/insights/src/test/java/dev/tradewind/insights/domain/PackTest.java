package dev.tradewind.insights.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Packs hold everything once, and fit into a transaction. */
class PackTest {

  @Property
  void everything_is_packed_once_and_every_pack_fits(@ForAll("contributions") List<Contribution> contributions) {
    var packs = Pack.of(contributions);

    var packed = packs.stream().flatMap(pack -> pack.contributions().stream()).toList();
    assertThat(packed).extracting(Contribution::name).doesNotHaveDuplicates();
    assertThat(packed).extracting(Contribution::name).containsExactlyElementsOf(contributions.stream().map(Contribution::name).distinct().toList());
    assertThat(packs).allSatisfy(
        pack -> assertThat(pack.contributions().size() + pack.amounts().size()).isLessThanOrEqualTo(Pack.MOST_ITEMS));
  }

  @Property
  void a_pack_adds_what_its_contributions_add(@ForAll("contributions") List<Contribution> contributions) {
    var expected = new HashMap<String, Long>();
    var added = new HashMap<String, Long>();
    var packs = Pack.of(contributions);
    packs.stream().flatMap(pack -> pack.contributions().stream()).forEach(
        one -> one.amounts().forEach((counter, amounts) -> expected.merge(counter.sort(), amounts.get("units"), Long::sum)));
    packs.forEach(pack -> pack.amounts().forEach((counter, amounts) -> added.merge(counter.sort(), amounts.get("units"), Long::sum)));

    assertThat(added).isEqualTo(expected);
  }

  @Property
  void what_is_known_is_left_out(
      @ForAll("contributions") List<Contribution> contributions, @ForAll Set<@IntRange(max = 30) Integer> known) {
    var names = known.stream().map(i -> "o-" + i).collect(Collectors.toSet());

    Pack.of(contributions).forEach(pack -> assertThat(pack.without(names)).extracting(Contribution::name)
        .containsExactlyElementsOf(pack.contributions().stream().map(Contribution::name).filter(name -> !names.contains(name)).toList()));
  }

  @Provide
  Arbitrary<List<Contribution>> contributions() {
    return Combinators.combine(Arbitraries.integers().between(0, 30), Arbitraries.integers().between(1, 99), Arbitraries.integers().between(0, 200))
        .as((order, size, from) -> {
          var amounts = new HashMap<Counter, Map<String, Long>>();
          IntStream.range(from, from + size).forEach(i -> amounts.put(new Counter("p", "s-" + i, Map.of()), Map.of("units", 1L + order)));
          return new Contribution("o-" + order, amounts);
        })
        .list().ofMinSize(1).ofMaxSize(20).map(ArrayList::new);
  }
}
