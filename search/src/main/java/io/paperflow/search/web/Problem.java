package io.paperflow.search.web;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param title the status in words
 * @param status of HTTP
 * @param detail what is wrong and what to do
 */
record Problem(String type, String title, int status, String detail) {

  static final String MEDIA_TYPE = "application/problem+json";

  Problem(String title, int status, String detail) {
    this("about:blank", title, status, detail);
  }
}
