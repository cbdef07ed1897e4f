/** Work under leases without Kafka, in virtual time. */
@NullMarked
package io.paperflow.testkit.lease;

import org.jspecify.annotations.NullMarked;
