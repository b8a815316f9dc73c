/**
 * Visits and their pages of the API.
 */
@NullMarked
package io.zerotrust.samples.clinic.visits;

import org.jspecify.annotations.NullMarked;
