package io.paperflow.testkit.world;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Identifiers of papers of other years, in each form that arXiv has had. */
final class OldIds {

  /** With the category that the id names, when it names one. */
  record OldId(String id, YearMonth month, Optional<String> category) {}

  private record Form(String format, YearMonth month, Optional<String> category) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("hep-th/9901%03d", YearMonth.of(1999, 1), Optional.of("hep-th")),
          new Form("0704.%04d", YearMonth.of(2007, 4), Optional.empty()),
          new Form("math/0306%03d", YearMonth.of(2003, 6), Optional.of("math.AG")),
          new Form("1412.%04d", YearMonth.of(2014, 12), Optional.empty()),
          new Form("1501.%05d", YearMonth.of(2015, 1), Optional.empty()),
          new Form("cs/0703%03d", YearMonth.of(2007, 3), Optional.of("cs.LG")),
          new Form("2110.%05d", YearMonth.of(2021, 10), Optional.empty()));

  private int count;

  OldId next() {
    Form form = FORMS.get(count % FORMS.size());
    count++;
    return new OldId(form.format().formatted(count), form.month(), form.category());
  }
}
