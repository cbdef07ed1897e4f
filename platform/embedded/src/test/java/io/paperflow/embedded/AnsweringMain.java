package io.paperflow.embedded;

import java.io.IOException;
import java.io.OutputStream;

/** The smallest server: answers, and ends with its standard input. Needs no other class. */
final class AnsweringMain {

  private AnsweringMain() {}

  public static void main(String[] args) throws IOException {
    System.out.println("paperflow-child: ready");
    System.in.transferTo(OutputStream.nullOutputStream());
  }
}
