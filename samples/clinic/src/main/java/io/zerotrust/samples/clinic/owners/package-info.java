/**
 * Owners and their pages of the API.
 */
@NullMarked
package io.zerotrust.samples.clinic.owners;

import org.jspecify.annotations.NullMarked;
