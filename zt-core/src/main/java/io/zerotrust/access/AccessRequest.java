package io.zerotrust.access;

/**
 * The question a gate asks.
 *
 * @param subject who asks
 * @param action what the subject wants to do
 * @param resource with what
 * @param context in which surroundings
 * @since 0.1.0
 */
public record AccessRequest(Subject subject, Action action, Resource resource, Context context) {

}
