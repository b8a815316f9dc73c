/**
 * Carries the objects a request is about along with it, from thread to thread.
 */
@NullMarked
package io.zerotrust.spring.touched;

import org.jspecify.annotations.NullMarked;
