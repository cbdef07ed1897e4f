package io.paperflow.fetcher.live;

import io.paperflow.http.Answer;
import io.paperflow.http.Request;
import io.paperflow.http.Validators;
import io.paperflow.http.Web;

/** A web on which nothing ever changes. */
final class NoWeb implements Web {

  @Override
  public Answer get(Request request) {
    return new Answer.NotModified(Validators.NONE);
  }
}
