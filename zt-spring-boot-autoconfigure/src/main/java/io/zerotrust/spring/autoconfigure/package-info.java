/**
 * The wiring: one auto-configuration a topic, the properties, and what is said when they
 * do not fit.
 */
@NullMarked
package io.zerotrust.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
