/** The contract between the services: records, topic and header names, codec, released schemas. */
@NullMarked
package io.paperflow.schemas;

import org.jspecify.annotations.NullMarked;
