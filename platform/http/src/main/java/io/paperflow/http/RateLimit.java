package io.paperflow.http;

import java.time.Duration;

/**
 * What a server says is left.
 *
 * @param resource of which; empty when the server does not tell several apart
 * @param left requests, at least 0
 * @param reset time until there is more, from the moment of the answer
 */
record RateLimit(String resource, int left, Duration reset) {}
