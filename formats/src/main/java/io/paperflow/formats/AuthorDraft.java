package io.paperflow.formats;

import io.paperflow.schemas.Author;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An author in the making: the parts of the name, and affiliations. */
final class AuthorDraft {

  String given = "";
  String family = "";
  String suffix = "";
  final List<String> affiliations = new ArrayList<>();

  /** An author whose name is known as a whole. */
  static AuthorDraft named(String name) {
    var draft = new AuthorDraft();
    draft.family = name;
    return draft;
  }

  /**
   * The author, unless the name has neither letter nor digit.
   *
   * @param cleaning what makes one line of a text of this source
   */
  Optional<Author> finish(UnaryOperator<String> cleaning) {
    String name = Text.clean(cleaning.apply(given + ' ' + family + ' ' + suffix));
    if (!Text.hasLetterOrDigit(name)) {
      return Optional.empty();
    }
    Author.Builder author = Author.newBuilder().setName(name);
    affiliations.replaceAll(text -> Text.clean(cleaning.apply(text)));
    affiliations.removeIf(String::isEmpty);
    if (!affiliations.isEmpty()) {
      author.setAffiliation(String.join("; ", affiliations));
    }
    return Optional.of(author.build());
  }
}
