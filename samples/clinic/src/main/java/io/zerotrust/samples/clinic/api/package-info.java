/**
 * What a generator writes from the clinic's OpenAPI document.
 */
@NullMarked
package io.zerotrust.samples.clinic.api;

import org.jspecify.annotations.NullMarked;
