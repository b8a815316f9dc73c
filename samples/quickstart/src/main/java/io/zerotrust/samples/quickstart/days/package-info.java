/**
 * The second act of the tour: days pass, callers come from several networks, and what
 * they did before counts.
 */
@NullMarked
package io.zerotrust.samples.quickstart.days;

import org.jspecify.annotations.NullMarked;
