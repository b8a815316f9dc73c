/**
 * The orders API again with {@code @PreAuthorize} in place of zt, to compare.
 */
@NullMarked
package io.zerotrust.samples.quickstart.plain;

import org.jspecify.annotations.NullMarked;
