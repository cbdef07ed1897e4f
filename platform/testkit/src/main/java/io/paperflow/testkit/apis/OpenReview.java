package io.paperflow.testkit.apis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.testkit.world.Submission;
import io.paperflow.testkit.world.Submissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code /notes} of OpenReview's API 2. */
final class OpenReview implements Endpoint {

  private static final int DEFAULT_LIMIT = 1_000;

  private final Submissions submissions;
  private final InstantSource clock;
  private final int pageSize;

  OpenReview(Submissions submissions, InstantSource clock, int pageSize) {
    this.submissions = submissions;
    this.clock = clock;
    this.pageSize = pageSize;
  }

  @Override
  public Answer answer(Request request) {
    if (!request.path().equals("/notes")) {
      return error(404, "NotFoundError", "The path is not found");
    }
    Instant now = clock.instant();
    Optional<List<Submission>> wanted = wanted(request, now);
    if (wanted.isEmpty()) {
      return error(400, "MissingParameterError", "A venue, a domain or an invitation is required");
    }
    List<Submission> all =
        wanted.get().stream()
            .filter(s -> isNewEnough(request, s))
            .sorted(order(request, now))
            .toList();
    int limit = Math.min(pageSize, request.number("limit", DEFAULT_LIMIT));
    Slice<Submission> page =
        Slice.of(all, request.number("offset", 0), limit, request.distortion());
    ObjectNode answer = Json.object();
    ArrayNode notes = answer.putArray("notes");
    page.items().forEach(s -> notes.add(OpenReviewNote.json(s, now)));
    return Answer.json(200, answer.put("count", page.total()));
  }

  private Optional<List<Submission>> wanted(Request request, Instant now) {
    Optional<List<Submission>> atVenue =
        request.parameter("content.venueid").map(venue -> submissions.shown(venue, now));
    Optional<String> conference =
        request
            .parameter("domain")
            .or(() -> request.parameter("invitation").map(i -> i.replace("/-/Submission", "")));
    return atVenue.or(() -> conference.map(c -> submissions.ofConference(c, now)));
  }

  private static boolean isNewEnough(Request request, Submission submission) {
    return request
        .parameter("mintcdate")
        .map(Long::valueOf)
        .map(least -> submission.created().toEpochMilli() >= least)
        .orElse(true);
  }

  private static Comparator<Submission> order(Request request, Instant now) {
    String[] sort = request.parameter("sort").orElse("cdate:desc").split(":", 2);
    Comparator<Submission> order =
        switch (sort[0]) {
          case "number" -> Comparator.comparingInt(Submission::number);
          case "mdate", "tmdate" -> Comparator.comparing(s -> s.modified(now));
          default -> Comparator.comparing(Submission::created);
        };
    Comparator<Submission> unique = order.thenComparingInt(Submission::number);
    return sort.length > 1 && sort[1].equals("asc") ? unique : unique.reversed();
  }

  private static Answer error(int status, String name, String message) {
    return Answer.json(
        status, Json.object().put("name", name).put("message", message).put("status", status));
  }
}
