/** All services in one JVM on embedded servers, and the command line. */
@NullMarked
package io.paperflow.standalone;

import org.jspecify.annotations.NullMarked;
