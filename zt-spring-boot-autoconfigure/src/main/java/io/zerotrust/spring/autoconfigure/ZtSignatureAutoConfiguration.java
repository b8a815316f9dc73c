package io.zerotrust.spring.autoconfigure;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.zerotrust.token.jose.Signatures;

/**
 * Auto-configuration for what computes signatures: Amazon Corretto Crypto Provider where
 * the application has it and it works here, else the JDK.
 *
 * @since 0.1.0
 */
@AutoConfiguration
public final class ZtSignatureAutoConfiguration {

	// a nested configuration is read before these methods
	@Bean
	@ConditionalOnMissingBean
	Signatures ztSignatures() {
		return new Signatures(null);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(AmazonCorrettoCryptoProvider.class)
	static class Corretto {

		private static final Log logger = LogFactory.getLog(ZtSignatureAutoConfiguration.class);

		/**
		 * The provider is handed over, never registered: hashes and everything else of
		 * the application stay with the JDK.
		 */
		@Bean
		@ConditionalOnMissingBean
		Signatures ztCorrettoSignatures() {
			AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
			Throwable error = provider.getLoadingError();
			if (error != null) {
				logger.warn("Amazon Corretto Crypto Provider is on the class path and does not work here, so the JDK "
						+ "computes signatures: " + error);
				return new Signatures(null);
			}
			return new Signatures(provider);
		}

	}

}
