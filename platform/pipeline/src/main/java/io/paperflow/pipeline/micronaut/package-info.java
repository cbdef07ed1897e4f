/** The loops in a Micronaut application: settings, life cycle, health. */
@NullMarked
package io.paperflow.pipeline.micronaut;

import org.jspecify.annotations.NullMarked;
