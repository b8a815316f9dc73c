/**
 * Where addresses lie: databases in files, held in memory and read anew when they change.
 */
@NullMarked
package io.zerotrust.spring.origin;

import org.jspecify.annotations.NullMarked;
