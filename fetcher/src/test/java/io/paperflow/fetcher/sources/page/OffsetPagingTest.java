package io.paperflow.fetcher.sources.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.sources.page.OffsetPaging.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OffsetPagingTest {

  private static final Instant NOW = Instant.parse("2026-03-09T12:00:00Z");

  private static final OffsetPaging PAGING =
      new OffsetPaging(new PageCheck(3, Duration.ofHours(1)));

  @Property
  void everyRecordComesWhateverIsWrongWithPages(
      @ForAll @IntRange(max = 60) int records,
      @ForAll @IntRange(min = 4, max = 9) int size,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<String> all = IntStream.range(0, records).mapToObj(i -> "id" + i).toList();
    Set<String> read = new TreeSet<>();
    Instant now = NOW;
    Optional<Cursor> cursor = Optional.of(Cursor.EMPTY);
    while (cursor.isPresent()) {
      Cursor at = cursor.get();
      List<String> ids = page(all, OffsetPaging.offset(at), size, random);
      OptionalInt total = OptionalInt.of(records);
      switch (PAGING.judge(at, now, new OffsetPaging.Page(ids, total, Integer.MAX_VALUE))) {
        case Verdict.Take(Optional<Cursor> next) -> {
          read.addAll(ids);
          cursor = next;
        }
        case Verdict.Again(Cursor from) -> cursor = Optional.of(from);
        case Verdict.Later _ -> now = now.plusSeconds(30);
      }
    }
    assertEquals(new TreeSet<>(all), read);
  }

  /** Right in half of the cases; else empty, the page before, or with records of it in front. */
  private static List<String> page(List<String> all, int offset, int size, Random random) {
    boolean inMidList = offset > 0 && offset < all.size();
    int from = Math.min(offset, all.size());
    int to = Math.min(offset + size, all.size());
    return switch (inMidList ? random.nextInt(6) : 5) {
      case 0 -> List.of();
      case 1 -> all.subList(Math.max(0, from - size), from);
      case 2 -> all.subList(Math.max(0, from - 2), to);
      default -> all.subList(from, to);
    };
  }

  @Test
  void aPageThatStaysEmptyIsBelievedAfterAWhile() {
    Cursor at = Cursor.EMPTY;
    OffsetPaging.Page empty = new OffsetPaging.Page(List.of(), OptionalInt.of(7), 100);
    for (int i = 0; i < 3; i++) {
      at = assertInstanceOf(Verdict.Again.class, PAGING.judge(at, NOW, empty)).from();
    }
    assertInstanceOf(Verdict.Later.class, PAGING.judge(at, NOW.plusSeconds(3_599), empty));
    assertEquals(
        new Verdict.Take(Optional.empty()), PAGING.judge(at, NOW.plusSeconds(3_600), empty));
  }

  @Test
  void aListThatChangesWhileItIsReadIsReadAgain() {
    List<Integer> offsets = new ArrayList<>();
    Cursor at = Cursor.EMPTY;
    for (int page = 0; page < 3; page++) {
      offsets.add(OffsetPaging.offset(at));
      int total = page == 0 ? 10 : 9;
      List<String> ids = List.of("a" + page, "b" + page);
      at =
          assertInstanceOf(
                  Verdict.Take.class,
                  PAGING.judge(at, NOW, new OffsetPaging.Page(ids, OptionalInt.of(total), 100)))
              .next()
              .orElseThrow();
    }
    assertEquals(List.of(0, 2, 0), offsets);
  }

  @Test
  void withoutATotalAFullPageIsFollowedByAnother() {
    OffsetPaging.Page full = new OffsetPaging.Page(List.of("a", "b"), OptionalInt.empty(), 2);
    OffsetPaging.Page rest = new OffsetPaging.Page(List.of("c"), OptionalInt.empty(), 2);
    Cursor next =
        assertInstanceOf(Verdict.Take.class, PAGING.judge(Cursor.EMPTY, NOW, full))
            .next()
            .orElseThrow();
    assertEquals(2, OffsetPaging.offset(next));
    assertEquals(new Verdict.Take(Optional.empty()), PAGING.judge(next, NOW, rest));
  }
}
