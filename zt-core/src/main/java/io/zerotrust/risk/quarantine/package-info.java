/**
 * Shuts a token out where it was misused, for a while: what is quarantined, who is told,
 * what imposes it, and the check that holds it against every request.
 */
@NullMarked
package io.zerotrust.risk.quarantine;

import org.jspecify.annotations.NullMarked;
