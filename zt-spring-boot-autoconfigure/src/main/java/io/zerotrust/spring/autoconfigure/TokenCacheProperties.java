package io.zerotrust.spring.autoconfigure;

import java.util.List;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept of verified tokens: that the signature held, and what stands in them.
 * Everything else is looked at again with every request.
 *
 * @param size How many tokens are kept at most; 0 keeps none.
 * @param decoders Names of JwtDecoder beans of the application whose answers are kept
 * too. Their validators do not run again as long as a token is kept.
 */
record TokenCacheProperties(@DefaultValue("10000") int size, @DefaultValue List<String> decoders) {

}
