/**
 * What happened: every evaluation is told to the sinks.
 */
@NullMarked
package io.zerotrust.audit;

import org.jspecify.annotations.NullMarked;
