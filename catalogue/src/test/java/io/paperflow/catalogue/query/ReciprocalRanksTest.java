package io.paperflow.catalogue.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class ReciprocalRanksTest {

  @Example
  void whatBothListsHaveComesBeforeWhatOneHas() {
    assertEquals(
        List.of("b", "a", "c"),
        ReciprocalRanks.fuse(List.of(List.of("a", "b"), List.of("b", "c"))));
  }

  @Example
  void ofEqualOnesTheFirstListsComesFirst() {
    assertEquals(List.of("a", "b"), ReciprocalRanks.fuse(List.of(List.of("a"), List.of("b"))));
  }

  @Property
  void allAreThereOnceAndOneListKeepsItsOrder(
      @ForAll @Size(max = 20) List<@CharRange(from = 'a', to = 'k') @StringLength(1) String> first,
      @ForAll @Size(max = 20)
          List<@CharRange(from = 'f', to = 'p') @StringLength(1) String> second) {
    List<String> fused = ReciprocalRanks.fuse(List.of(first, second));
    Set<String> all = new HashSet<>(first);
    all.addAll(second);

    assertEquals(all, new HashSet<>(fused));
    assertEquals(all.size(), fused.size());
    assertEquals(
        first.stream().distinct().toList(), ReciprocalRanks.fuse(List.of(first, List.of())));
  }

  @Property
  void aBetterRankInBothListsIsABetterRank(
      @ForAll @Size(min = 2, max = 20)
          List<@CharRange(from = 'a', to = 'z') @StringLength(1) String> list) {
    List<String> distinct = new ArrayList<>(new HashSet<>(list));
    List<String> fused = ReciprocalRanks.fuse(List.of(distinct, distinct));
    assertEquals(distinct, fused);
    assertTrue(fused.size() <= list.size());
  }
}
