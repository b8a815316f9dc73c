package io.zerotrust.spring.method;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;

/**
 * Whom a call is made for, and what is known around it.
 *
 * @param authentication whom Spring Security knows, or {@code null} if nobody
 * @param surroundings tells what is known around the call
 */
record Caller(@Nullable Authentication authentication, Surroundings surroundings) {

}
