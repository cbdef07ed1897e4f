/** Tests of the package. */
@NullMarked
package io.paperflow.fetcher.sources.acl;

import org.jspecify.annotations.NullMarked;
