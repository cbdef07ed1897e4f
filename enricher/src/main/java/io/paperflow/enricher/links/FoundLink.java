package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import java.util.Optional;

/**
 * One mention of a link in a text. Immutable.
 *
 * @param field the field it stands in
 * @param url canonical
 * @param kind what it leads to
 * @param role whose it is
 * @param state whether it is there or promised
 * @param confidence from 0 to 1: how sure the address is to be meant as it is read
 * @param subPath what was cut below a repository, without a leading slash
 * @param start index of its first character, in UTF-16 units
 * @param end one past its last
 * @param raw the text from start to end
 * @param rule how it was found: {@code url}, {@code host}, {@code site} or {@code owner-name}, then
 *     what was repaired, as in {@code url+split}; {@code declared} for a field of its own, {@code
 *     declared-auto} when a machine filled it
 */
public record FoundLink(
    String field,
    String url,
    LinkKind kind,
    LinkRole role,
    LinkState state,
    double confidence,
    Optional<String> subPath,
    int start,
    int end,
    String raw,
    String rule) {}
