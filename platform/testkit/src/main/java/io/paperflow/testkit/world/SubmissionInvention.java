package io.paperflow.testkit.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Invents the submissions to one conference. */
final class SubmissionInvention {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int ID_LENGTH = 10;
  private static final double ACCEPTED = 0.4;
  private static final double TEXT_CHANGES = 0.3;

  private final Dice dice;
  private final Words words;

  SubmissionInvention(Dice dice) {
    this.dice = dice;
    this.words = new Words(dice);
  }

  /** Submitted and decided on the given days. */
  List<Submission> submissions(String conference, LocalDate firstDay, int days, int aDay) {
    List<Submission> submissions = new ArrayList<>();
    for (int i = 0; i < days; i++) {
      Instant morning = firstDay.plusDays(i).atStartOfDay(ZoneOffset.UTC).toInstant();
      for (int k = 0; k < aDay; k++) {
        Instant created = morning.plus(dice.between(Duration.ZERO, Duration.ofHours(23)));
        submissions.add(submission(conference, submissions.size() + 1, created));
      }
    }
    return List.copyOf(submissions);
  }

  private Submission submission(String conference, int number, Instant created) {
    String text = words.sentences(dice.between(3, 8));
    return new Submission(
        dice.letters(ALPHABET, ID_LENGTH),
        conference,
        number,
        created,
        created.plus(dice.between(Duration.ofHours(10), Duration.ofDays(4))),
        dice.chance(ACCEPTED),
        words.title(),
        words.authors(),
        text,
        dice.chance(TEXT_CHANGES) ? text + " Code: " + words.repository() : text,
        List.of(words.word(), words.word()));
  }
}
