/**
 * What a token has to say and prove before it counts as a credential.
 */
@NullMarked
package io.zerotrust.token;

import org.jspecify.annotations.NullMarked;
