package io.paperflow.testkit.apis;

/** Answers what one server is asked. Thread-safe. */
@FunctionalInterface
interface Endpoint {

  Answer answer(Request request);
}
