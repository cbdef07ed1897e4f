/** The ACL Anthology, from the files of its repository. */
@NullMarked
package io.paperflow.fetcher.sources.acl;

import org.jspecify.annotations.NullMarked;
