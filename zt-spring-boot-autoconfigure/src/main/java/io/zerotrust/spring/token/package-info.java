/**
 * Tokens between Spring Security and the core: decoders, introspection, their caches.
 * Nothing here knows whether requests are served by servlets.
 */
@NullMarked
package io.zerotrust.spring.token;

import org.jspecify.annotations.NullMarked;
