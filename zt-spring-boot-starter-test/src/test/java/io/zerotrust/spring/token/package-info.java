/**
 * Tokens against issuers over real HTTP.
 */
@NullMarked
package io.zerotrust.spring.token;

import org.jspecify.annotations.NullMarked;
