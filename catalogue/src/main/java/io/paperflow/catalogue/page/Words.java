package io.paperflow.catalogue.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Values as people read them, in English. */
public final class Words {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);
  private static final int NAMED_AUTHORS = 6;

  private Words() {}

  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  public static LocalDate date(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  public static String minute(Instant instant) {
    return MINUTE.format(instant.atOffset(ZoneOffset.UTC));
  }

  public static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** Rounded from a thousand on: 840, 1.2k, 34k. */
  public static String rounded(int number) {
    if (number < 1000) {
      return Integer.toString(number);
    }
    return number < 9_950
        ? String.format(Locale.ENGLISH, "%.1fk", number / 1000.0)
        : number / 1000 + "k";
  }

  /** All names when there are few, else the first ones and how many follow. */
  public static String authors(List<String> names) {
    if (names.size() <= NAMED_AUTHORS + 1) {
      return String.join(", ", names);
    }
    return "%s and %d more"
        .formatted(
            String.join(", ", names.subList(0, NAMED_AUTHORS)), names.size() - NAMED_AUTHORS);
  }

  /** A source as it calls itself; those unknown here by their technical name. */
  public static String source(String name) {
    return switch (name) {
      case "arxiv" -> "arXiv";
      case "arxiv-raw" -> "arXiv versions";
      case "arxiv-api" -> "arXiv API";
      case "arxiv-dc" -> "arXiv Dublin Core";
      case "arxiv-rss" -> "arXiv announcements";
      case "huggingface-daily-papers" -> "HF Daily Papers";
      case "huggingface-papers" -> "HF Papers";
      case "openreview" -> "OpenReview";
      case "acl-anthology" -> "ACL Anthology";
      case "biorxiv" -> "bioRxiv";
      case "medrxiv" -> "medRxiv";
      case "crossref" -> "Crossref";
      case "openalex" -> "OpenAlex";
      case "semantic-scholar" -> "Semantic Scholar";
      case "papers-with-code" -> "Papers with Code";
      case "papers-with-code-links" -> "Papers with Code links";
      default -> name;
    };
  }

  public static String kind(String kind) {
    return switch (kind) {
      case "code_repo" -> "Code";
      case "code_org" -> "Organisation";
      case "model_or_dataset" -> "Model or data";
      case "project_page" -> "Project page";
      case "archive" -> "Archive";
      case "anonymous" -> "Anonymous code";
      case "demo" -> "Demo";
      default -> "Link";
    };
  }

  public static String role(String role) {
    return switch (role) {
      case "own" -> "by the authors";
      case "third_party" -> "by others";
      default -> "";
    };
  }

  public static String state(String state) {
    return switch (state) {
      case "promised" -> "announced";
      default -> "";
    };
  }
}
