/**
 * Reads from other people's servers politely and safely. {@link io.paperflow.http.Web} is what
 * sources and forges get, {@link io.paperflow.http.PoliteWeb} does it; failures are values.
 *
 * <p>What each end of a request does to the limits of its host. <i>Share</i> is the part of the
 * allowed rate and connections that is used (additive increase, multiplicative decrease);
 * <i>silence</i> is a time in which nothing is sent; the <i>breaker</i> counts failures in a row.
 *
 * <table>
 * <caption>Status and limits</caption>
 * <tr><th>end</th><th>answer</th><th>share</th><th>breaker</th><th>silence</th></tr>
 * <tr><td>2xx, body complete or closed</td><td>Content</td><td>up</td><td>closed</td><td></td></tr>
 * <tr><td>304</td><td>NotModified</td><td>up</td><td>closed</td><td>free in the quotas where the
 * host says so</td></tr>
 * <tr><td>301, 302, 303, 307, 308</td><td>the next request, at most 5; Refused after a POST</td><td>up</td><td>closed</td>
 * <td></td></tr>
 * <tr><td>404, 410</td><td>Missing</td><td>up</td><td>closed</td><td></td></tr>
 * <tr><td>other 3xx, 4xx; 501, 505</td><td>Refused</td><td>up</td><td>closed</td><td></td></tr>
 * <tr><td>any of these after more than half of the time for the first byte</td><td>the same</td>
 * <td>down</td><td>closed</td><td></td></tr>
 * <tr><td>429</td><td>Unavailable, OVERLOAD</td><td>down</td><td>as it is</td><td>Retry-After, else
 * until the reset when nothing is left, else 1 minute doubling to 1 hour; at least what the policy
 * says (arXiv: 10 minutes); at most a day</td></tr>
 * <tr><td>403 with Retry-After, nothing left, or a body that speaks of a rate limit</td>
 * <td>Unavailable, OVERLOAD</td><td>down</td><td>as it is</td><td>the same</td></tr>
 * <tr><td>503 with Retry-After</td><td>Unavailable, OVERLOAD</td><td>down</td><td>as it is</td>
 * <td>Retry-After</td></tr>
 * <tr><td>408, 425, other 5xx</td><td>Unavailable, TRANSIENT</td><td>down</td><td>one failure
 * more</td><td></td></tr>
 * <tr><td>no answer, none in time, no TLS, not HTTP</td><td>Unavailable, TRANSIENT</td><td>down</td>
 * <td>one failure more</td><td></td></tr>
 * <tr><td>body broken off, too slow or not to be expanded</td><td>BodyException</td><td>down</td>
 * <td>one failure more</td><td></td></tr>
 * <tr><td>body too large</td><td>BodyException, permanent</td><td>up</td><td>closed</td><td></td>
 * </tr>
 * <tr><td>address that is not public</td><td>Refused</td><td>as it is</td><td>as it is</td><td></td>
 * </tr>
 * </table>
 *
 * <p>Five failures in a row open the breaker for 30 s, then one request is let through as a probe;
 * when that fails too, for twice as long, up to 10 minutes. Whatever a server says is left
 * (RateLimit, X-RateLimit-*) bounds what is sent until its reset. How it looks from outside is in
 * simulation.md.
 */
@NullMarked
package io.paperflow.http;

import org.jspecify.annotations.NullMarked;
