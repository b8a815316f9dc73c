/**
 * A stand-in for the identity provider.
 */
@NullMarked
package io.zerotrust.samples.issuer;

import org.jspecify.annotations.NullMarked;
