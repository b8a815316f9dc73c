/**
 * One table of requests and answers that the servlet and the WebFlux stack both keep.
 */
@NullMarked
package io.zerotrust.spring.contract;

import org.jspecify.annotations.NullMarked;
