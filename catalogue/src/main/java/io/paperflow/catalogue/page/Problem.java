package io.paperflow.catalogue.page;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param title the status in words
 * @param status of HTTP
 * @param detail what is wrong and what to do
 */
public record Problem(String type, String title, int status, String detail) {

  public static final String MEDIA_TYPE = "application/problem+json";

  Problem(String title, int status, String detail) {
    this("about:blank", title, status, detail);
  }
}
