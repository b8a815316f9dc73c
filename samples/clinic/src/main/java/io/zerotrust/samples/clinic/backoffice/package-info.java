/**
 * Pages for the clerks, in a session.
 */
@NullMarked
package io.zerotrust.samples.clinic.backoffice;

import org.jspecify.annotations.NullMarked;
