/**
 * The gates in WebFlux.
 */
@NullMarked
package io.zerotrust.spring.web.reactive;

import org.jspecify.annotations.NullMarked;
