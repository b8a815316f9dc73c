/**
 * The application's own filter chains.
 */
@NullMarked
package io.zerotrust.samples.clinic.security;

import org.jspecify.annotations.NullMarked;
