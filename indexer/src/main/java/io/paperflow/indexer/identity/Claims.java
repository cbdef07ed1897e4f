package io.paperflow.indexer.identity;

import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.TitleKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that a record gives its paper beside the key. */
public final class Claims {

  /** Of the id of a document. */
  private static final int MOST_BYTES = 512;

  private Claims() {}

  /**
   * All names of the record's paper, each with the paper as a member: those by which papers of
   * others join it, and those by which it joins others.
   */
  public static List<Identity> of(PaperRecord paper) {
    String key = paper.getPaperKey();
    List<Identity> claims = new ArrayList<>();
    paper.getDoi().map(doi -> "doi:" + doi).ifPresent(name -> claim(claims, name, key));
    paper
        .getOpenreviewId()
        .map(id -> "openreview:" + id)
        .ifPresent(name -> claim(claims, name, key));
    TitleKey title =
        TitleKey.of(
            paper.getTitle(),
            paper.getAuthors().stream().findFirst().map(author -> author.getName()),
            paper.getAbstract$());
    claims.add(
        Identity.of(title.group(), List.of(new Member(key, title.author(), title.abstractText()))));
    Optional<String> own = Names.of(key);
    if (own.isPresent() && claims.stream().noneMatch(claim -> claim.name().equals(own.get()))) {
      claim(claims, own.get(), key);
    }
    return claims;
  }

  /** No paper of so long a key could be written either. */
  private static void claim(List<Identity> claims, String name, String key) {
    if (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return;
    }
    claims.add(Identity.of(name, List.of(Member.of(key))));
  }
}
