package io.paperflow.notifier.digest;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A digest as a page for mail programs: one column, its style within. Thread-safe. */
public final class DigestHtml {

  private final ITemplateEngine engine;

  /** Pages made with a template engine, which escapes all texts. */
  public DigestHtml(ITemplateEngine engine) {
    this.engine = engine;
  }

  /** The page. */
  public String of(Digest digest) {
    return engine.process("digest", new Context(Locale.ENGLISH, Map.of("digest", digest)));
  }
}
