/**
 * Gates of WebFlux applications. Nothing here waits.
 */
@NullMarked
package io.zerotrust.spring.web.reactive;

import org.jspecify.annotations.NullMarked;
