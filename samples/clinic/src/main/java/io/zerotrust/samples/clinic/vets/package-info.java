/**
 * Vets and specialties, exported by Spring Data REST.
 */
@NullMarked
package io.zerotrust.samples.clinic.vets;

import org.jspecify.annotations.NullMarked;
