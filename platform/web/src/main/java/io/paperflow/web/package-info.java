/**
 * The web as services use it: settings, one client a process, and budgets that are handed on with
 * the lease under which hosts are asked.
 */
@NullMarked
package io.paperflow.web;

import org.jspecify.annotations.NullMarked;
