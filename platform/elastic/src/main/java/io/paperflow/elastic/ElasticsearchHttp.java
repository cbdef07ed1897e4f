package io.paperflow.elastic;

import co.elastic.clients.transport.rest5_client.low_level.Cancellable;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends single requests and waits for their answers, interruptibly and never longer than the read
 * time-out as a whole. Every status is an answer; an exception means that there was none. Nothing
 * is retried here. Thread-safe.
 */
public final class ElasticsearchHttp {

  private final Rest5Client client;
  private final Duration answerWithin;

  ElasticsearchHttp(Rest5Client client, Duration answerWithin) {
    this.client = client;
    this.answerWithin = answerWithin;
  }

  /**
   * An answer of any status.
   *
   * @param status of HTTP
   * @param body fully received; empty when there was none
   */
  public record Answer(int status, InputStream body) {}

  /**
   * Sends a request and waits for the whole answer, at most the read time-out.
   *
   * @throws IOException when no complete answer came: the request may or may not have had its
   *     effect
   */
  public Answer send(Request request) throws IOException, InterruptedException {
    return send(request, answerWithin);
  }

  /** Like {@link #send(Request)}, with its own longest time. */
  public Answer send(Request request, Duration atMost) throws IOException, InterruptedException {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Cancellable exchange = client.performRequestAsync(request, completing(answer));
    try {
      return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      exchange.cancel();
      throw new SocketTimeoutException("no answer within " + atMost.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw new IOException(reason(e), e);
    } catch (InterruptedException e) {
      exchange.cancel();
      throw e;
    }
  }

  private static String reason(ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  private static ResponseListener completing(CompletableFuture<Answer> answer) {
    return new ResponseListener() {
      @Override
      public void onSuccess(Response response) {
        complete(answer, response);
      }

      @Override
      public void onFailure(Exception exception) {
        if (exception instanceof ResponseException refused) {
          complete(answer, refused.getResponse());
        } else {
          answer.completeExceptionally(exception);
        }
      }
    };
  }

  private static void complete(CompletableFuture<Answer> answer, Response response) {
    try {
      InputStream body =
          response.getEntity() == null
              ? InputStream.nullInputStream()
              : response.getEntity().getContent();
      answer.complete(new Answer(response.getStatusCode(), body));
    } catch (IOException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }
}
