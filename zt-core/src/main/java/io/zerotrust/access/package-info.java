/**
 * The question a gate asks: who wants to do what with which resource, in which
 * surroundings (the AuthZEN information model).
 */
@NullMarked
package io.zerotrust.access;

import org.jspecify.annotations.NullMarked;
