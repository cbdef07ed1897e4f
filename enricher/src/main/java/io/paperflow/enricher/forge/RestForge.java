package io.paperflow.enricher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.http.Answer;
import io.paperflow.http.Priority;
import io.paperflow.http.Request;
import io.paperflow.http.Web;
import java.util.ArrayList;
import java.util.List;

/** A forge that is asked about one repository at a time, with a GET for JSON. */
final class RestForge implements ForgeApi {

  private final Dialect dialect;
  private final ForgeTexts texts;

  RestForge(Dialect dialect) {
    this.dialect = dialect;
    this.texts = new ForgeTexts(dialect);
  }

  @Override
  public String budget() {
    return dialect.budget();
  }

  @Override
  public boolean serves(RepositoryAddress address) {
    return dialect.serves(address);
  }

  @Override
  public int batch() {
    return 1;
  }

  @Override
  public List<Reply> ask(List<Question> questions, Web web, Priority priority)
      throws InterruptedException {
    List<Reply> replies = new ArrayList<>();
    for (Question question : questions) {
      Request request =
          Request.api(dialect.repository(question.address()))
              .header("Accept", "application/json")
              .unlessMatching(question.known())
              .at(priority);
      replies.add(reply(web.get(request), question.address()));
    }
    return replies;
  }

  private Reply reply(Answer answer, RepositoryAddress address) {
    if (answer instanceof Answer.Refused refused && refused.status() == 401) {
      return dialect.unauthorized(refused);
    }
    return switch (ForgeAnswers.json(answer)) {
      case ForgeAnswers.Json(JsonNode node, var validators) ->
          dialect
              .read(node, address)
              .<Reply>map(state -> new Reply.Known(state, validators))
              .orElseGet(() -> ForgeAnswers.unreadable(address.url(), "it names no repository"));
      case ForgeAnswers.Other(Reply other) -> other;
    };
  }

  @Override
  public Texts texts(RepositoryAddress address, Web web, Priority priority)
      throws InterruptedException {
    return texts.of(address, web, priority);
  }
}
