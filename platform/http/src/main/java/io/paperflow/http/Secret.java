package io.paperflow.http;

/** A token. Shows itself to nobody but the request it belongs to. */
public final class Secret {

  private final String value;

  /**
   * A token as it is sent.
   *
   * @throws IllegalArgumentException when it cannot stand in a header field
   */
  public Secret(String value) {
    if (!value.matches("[\\x21-\\x7E]+")) {
      throw new IllegalArgumentException(
          "a token was expected: visible ASCII characters without blanks");
    }
    this.value = value;
  }

  String value() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}
