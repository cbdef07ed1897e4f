/**
 * How a service starts: settings, their check, exit codes. The reference of the settings is
 * application.yml.
 */
@NullMarked
package io.paperflow.service;

import org.jspecify.annotations.NullMarked;
