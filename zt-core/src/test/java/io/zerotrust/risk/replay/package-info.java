/**
 * The replay benchmark: days of made-up traffic through the real check, and how well it
 * tells attacks from people.
 */
@NullMarked
package io.zerotrust.risk.replay;

import org.jspecify.annotations.NullMarked;
