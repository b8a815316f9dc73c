package io.zerotrust.spring.autoconfigure;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.zerotrust.token.jose.Signatures;

/**
 * Auto-configuration for signatures computed by Amazon Corretto Crypto Provider, where
 * the application has it and it works here.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass(AmazonCorrettoCryptoProvider.class)
public final class ZtCorrettoAutoConfiguration {

	private static final Log logger = LogFactory.getLog(ZtCorrettoAutoConfiguration.class);

	/**
	 * The provider is handed over, never registered: hashes and everything else of the
	 * application stay with the JDK.
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
