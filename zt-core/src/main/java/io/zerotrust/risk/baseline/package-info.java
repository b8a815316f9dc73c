/**
 * How what is learned survives a restart, is erased and is shown: snapshots, where they
 * are kept, and the keys of pseudonyms.
 */
@NullMarked
package io.zerotrust.risk.baseline;

import org.jspecify.annotations.NullMarked;
