package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkKind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a link is where its host does not tell, by the name of the file and by the sentence. */
final class KindRule {

  private static final Pattern FILE =
      Pattern.compile(
          ".*/[^/?#]+\\.(pdf|ps|zip|gz|tgz|bz2|xz|tar|7z|rar|csv|tsv|json|jsonl|txt|bib|docx?|pptx?|xlsx?"
              + "|mp3|wav|png|jpe?g|gif|h5|hdf5|npz|npy|pt|pth|ckpt|onnx|parquet)");
  private static final Pattern FILM = Pattern.compile(".*/[^/?#]+\\.(mp4|mov|avi|mkv|webm)");
  private static final String OTHER = "other";
  private static final int WORDS_BACK = 12;
  private static final int WORDS_BACK_TO_OTHER = 4;
  private static final int WORDS_AFTER = 6;

  private final Cues cues = Cues.load("kind-cues.tsv");
  private final Set<String> articles;

  KindRule(Lexicon lexicon) {
    articles = lexicon.list("article");
  }

  LinkKind kind(Target target, Sentence sentence) {
    return switch (target.reading()) {
      case HOST -> target.kind();
      case SITE -> site(target, sentence);
      case SHORT ->
          switch (said(sentence)) {
            case "page" -> LinkKind.PROJECT_PAGE;
            case "demo" -> LinkKind.DEMO;
            default -> LinkKind.OTHER;
          };
      case DOI -> said(sentence).equals("deposit") ? LinkKind.ARCHIVE : LinkKind.OTHER;
    };
  }

  private LinkKind site(Target target, Sentence sentence) {
    String url = Domains.lower(target.url());
    if (FILM.matcher(url).matches()) {
      return LinkKind.DEMO;
    }
    if (FILE.matcher(url).matches()) {
      return LinkKind.OTHER;
    }
    return switch (said(sentence)) {
      case "demo" -> LinkKind.DEMO;
      case OTHER -> LinkKind.OTHER;
      case "" -> isDemoAfter(sentence.right()) ? LinkKind.DEMO : target.kind();
      default -> target.kind();
    };
  }

  /** What the nearest phrase before the link says, empty when none does. */
  private String said(Sentence sentence) {
    List<String> left = sentence.left();
    for (int i = left.size() - 1; i >= Math.max(0, left.size() - WORDS_BACK); i--) {
      if (left.get(i).equals(Tokens.LINK)) {
        return "";
      }
      String effect = cues.endingAt(left, i).effect();
      if (!effect.isEmpty() && !(effect.equals(OTHER) && left.size() - i > WORDS_BACK_TO_OTHER)) {
        return effect;
      }
    }
    return "";
  }

  /** "…, an online platform": what follows the link says what it is. */
  private boolean isDemoAfter(List<String> right) {
    List<String> words = right.stream().filter(word -> !word.equals(")")).toList();
    if (words.size() < 3 || !words.get(0).equals(",") || !articles.contains(words.get(1))) {
      return false;
    }
    for (int i = 2; i < Math.min(words.size(), WORDS_AFTER); i++) {
      if (cues.endingAt(words, i).effect().equals("demo")) {
        return true;
      }
    }
    return false;
  }
}
