/**
 * A stand-in for the identity provider.
 */
@NullMarked
package io.zerotrust.samples.quickstart.issuer;

import org.jspecify.annotations.NullMarked;
