package io.paperflow.web;

import io.paperflow.http.Answer;
import io.paperflow.http.Priority;
import io.paperflow.http.Request;
import io.paperflow.http.Web;
import io.paperflow.pipeline.Lease;

/**
 * The web for the holder of a lease alone: who has lost it makes no further request.
 *
 * @param priority of all requests, whatever they say
 */
public record LeasedWeb(Web web, Lease lease, Priority priority) implements Web {

  @Override
  public Answer get(Request request) throws InterruptedException {
    lease.confirm();
    return web.get(request.at(priority));
  }
}
