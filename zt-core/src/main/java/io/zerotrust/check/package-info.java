/**
 * The pipeline of checks that turns a question into an answer, gate by gate.
 */
@NullMarked
package io.zerotrust.check;

import org.jspecify.annotations.NullMarked;
