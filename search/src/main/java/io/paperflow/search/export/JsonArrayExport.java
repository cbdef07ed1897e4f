package io.paperflow.search.export;

/** A format that is one JSON array of papers. */
interface JsonArrayExport extends Export {

  @Override
  default String head() {
    return "[\n";
  }

  @Override
  default String between() {
    return ",\n";
  }

  @Override
  default String foot() {
    return "\n]\n";
  }
}
