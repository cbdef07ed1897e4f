package io.paperflow.catalogue.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/** An author as the source names them. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Author(String name, Optional<String> affiliation) {}
