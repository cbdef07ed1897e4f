package io.paperflow.notifier.deliver;

import java.util.Optional;

/**
 * A letter.
 *
 * @param id names it, without what surrounds it in the header
 * @param unsubscribe where one click ends it (RFC 8058)
 */
public record Mail(
    String id, String to, String subject, String text, String html, Optional<String> unsubscribe) {}
