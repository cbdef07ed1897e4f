package io.paperflow.formats;

/** XML namespaces that several formats use. */
final class Namespaces {

  static final String ATOM = "http://www.w3.org/2005/Atom";
  static final String ARXIV = "http://arxiv.org/schemas/atom";
  static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

  private Namespaces() {}
}
