package io.paperflow.indexer.identity;

import io.paperflow.schemas.TitleKey;
import java.util.Comparator;
import java.util.Optional;

/**
 * A paper that goes by some name.
 *
 * @param paper its key
 * @param author of its {@link TitleKey}, where the name is a title
 * @param abstractText likewise
 */
public record Member(String paper, Optional<String> author, Optional<String> abstractText)
    implements Comparable<Member> {

  private static final Comparator<Optional<String>> OPTIONAL =
      Comparator.comparing(text -> text.orElse(""));

  private static final Comparator<Member> ORDER =
      Comparator.comparing(Member::paper)
          .thenComparing(Member::author, OPTIONAL)
          .thenComparing(Member::abstractText, OPTIONAL);

  static Member of(String paper) {
    return new Member(paper, Optional.empty(), Optional.empty());
  }

  @Override
  public int compareTo(Member other) {
    return ORDER.compare(this, other);
  }
}
