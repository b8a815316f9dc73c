/**
 * What is known of a request until its response is over, and whether its caller still may
 * have it.
 */
@NullMarked
package io.zerotrust.spring.web.stream;

import org.jspecify.annotations.NullMarked;
