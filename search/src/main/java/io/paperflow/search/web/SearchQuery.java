package io.paperflow.search.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells the OpenAPI document the parameters of a search, as {@link SearchParameters} reads them.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
@Parameters({
  @Parameter(
      name = "q",
      in = ParameterIn.QUERY,
      description = "Words, \"phrases\", field:value, each also behind a minus",
      schema = @Schema(type = "string", maxLength = 1000)),
  @Parameter(
      name = "source",
      in = ParameterIn.QUERY,
      description = "A source that names the paper, such as arxiv",
      schema = @Schema(type = "string")),
  @Parameter(
      name = "category",
      in = ParameterIn.QUERY,
      description = "A category, such as cs.CL",
      schema = @Schema(type = "string")),
  @Parameter(
      name = "hasCode",
      in = ParameterIn.QUERY,
      description = "Whether a code repository is known",
      schema = @Schema(type = "boolean")),
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      description = "Published then or later: a day, month or year",
      schema = @Schema(type = "string")),
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = "Published then or earlier: a day, month or year",
      schema = @Schema(type = "string")),
  @Parameter(
      name = "language",
      in = ParameterIn.QUERY,
      description = "Main programming language of the code",
      schema = @Schema(type = "string")),
  @Parameter(
      name = "license",
      in = ParameterIn.QUERY,
      description = "Licence of the code, as SPDX calls it",
      schema = @Schema(type = "string")),
  @Parameter(
      name = "minStars",
      in = ParameterIn.QUERY,
      description = "Fewest stars of the code",
      schema = @Schema(type = "integer", minimum = "0")),
  @Parameter(
      name = "sort",
      in = ParameterIn.QUERY,
      description = "Which hits come first",
      schema =
          @Schema(
              type = "string",
              allowableValues = {"relevance", "date", "arrival", "votes", "stars", "growth"})),
  @Parameter(
      name = "size",
      in = ParameterIn.QUERY,
      description = "Hits on the page",
      schema = @Schema(type = "integer", minimum = "1", maximum = "100")),
  @Parameter(
      name = "cursor",
      in = ParameterIn.QUERY,
      description = "Where the page begins: next of the page before it",
      schema = @Schema(type = "string"))
})
@interface SearchQuery {}
