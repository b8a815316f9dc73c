/**
 * Routes of Spring Cloud Gateway. Nothing outside knows its classes, which may be absent.
 */
@NullMarked
package io.zerotrust.spring.web.reactive.gateway;

import org.jspecify.annotations.NullMarked;
