package io.paperflow.search.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells the OpenAPI document the parameters of a daily list. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
@Parameters({
  @Parameter(
      name = "size",
      in = ParameterIn.QUERY,
      description = "Papers on the page",
      schema = @Schema(type = "integer", minimum = "1", maximum = "100")),
  @Parameter(
      name = "cursor",
      in = ParameterIn.QUERY,
      description = "Where the page begins: next of the page before it",
      schema = @Schema(type = "string"))
})
@interface ListQuery {}
