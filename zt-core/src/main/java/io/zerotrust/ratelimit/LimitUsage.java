package io.zerotrust.ratelimit;

/**
 * How many callers a limit keeps apart.
 *
 * @param limit the name of the limit
 * @param tracked how many callers have a bucket of their own, about
 * @param overflows how often a caller was counted in a bucket shared with others, since
 * the start
 * @since 0.1.0
 */
public record LimitUsage(String limit, long tracked, long overflows) {

}
