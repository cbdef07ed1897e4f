package io.paperflow.catalogue.paper;

/**
 * Where a link was found.
 *
 * @param field abstract, title, comments, or a declared field's name
 * @param start first character in the field, in UTF-16 units, from 0
 * @param end one past the last
 * @param raw the field's text from start to end
 * @param rule the rule that found it
 */
public record Evidence(String source, String field, int start, int end, String raw, String rule) {}
