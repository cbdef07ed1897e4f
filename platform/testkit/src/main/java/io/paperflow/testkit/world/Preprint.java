package io.paperflow.testkit.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A version of a preprint of bioRxiv or medRxiv; each stands in the list by itself.
 *
 * @param server {@code biorxiv} or {@code medrxiv}
 * @param date the day whose list it stands on
 * @param shownAt when the list has it, mostly the morning after
 * @param type such as {@code new results}
 * @param published the DOI of the article in a journal
 */
public record Preprint(
    String server,
    String doi,
    int version,
    LocalDate date,
    Instant shownAt,
    String title,
    List<Author> authors,
    String text,
    String category,
    String type,
    Optional<String> published) {}
