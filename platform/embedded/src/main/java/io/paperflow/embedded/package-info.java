/**
 * Real Kafka and Elasticsearch on this machine, each in a process of its own that never outlives
 * this one; for the laptop and for tests.
 *
 * <p>Nothing of the servers is on the class path of this package: their jars lie in a folder {@code
 * servers} beside the jar or the classes of this module, or where the system property {@code
 * paperflow.servers} says. Everything listens on 127.0.0.1 alone.
 */
@NullMarked
package io.paperflow.embedded;

import org.jspecify.annotations.NullMarked;
