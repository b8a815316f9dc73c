package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.zerotrust.token.jose.Signatures;

/**
 * Auto-configuration for what computes signatures: the JDK, unless something else does.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtCorrettoAutoConfiguration.class)
public final class ZtSignatureAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Signatures ztSignatures() {
		return new Signatures(null);
	}

}
