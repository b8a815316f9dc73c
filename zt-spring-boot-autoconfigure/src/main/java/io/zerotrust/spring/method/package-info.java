/**
 * Rules at methods of service beans: who stands in front of them, and what nobody can
 * stand in front of.
 */
@NullMarked
package io.zerotrust.spring.method;

import org.jspecify.annotations.NullMarked;
