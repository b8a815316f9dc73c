/**
 * What is mapped and what it demands, of whichever stack.
 */
@NullMarked
package io.zerotrust.spring.web.endpoint;

import org.jspecify.annotations.NullMarked;
