package io.paperflow.parser;

import io.paperflow.service.Service;

/** The parser as a process of its own. */
public final class ParserApplication {

  private ParserApplication() {}

  public static void main(String[] arguments) {
    Service.main("parser", arguments);
  }
}
