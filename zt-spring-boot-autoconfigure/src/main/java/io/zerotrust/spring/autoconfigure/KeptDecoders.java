package io.zerotrust.spring.autoconfigure;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

import io.zerotrust.spring.token.KeepingJwtDecoder;
import io.zerotrust.spring.token.KeepingReactiveJwtDecoder;
import io.zerotrust.spring.token.VerifiedTokens;

/**
 * Puts a cache in front of the decoders the operator names, and no others: what their
 * validators look at nobody else knows.
 */
final class KeptDecoders implements BeanPostProcessor {

	private static final String KEY = "zt.token.cache.decoders";

	private final List<String> names;

	private final ObjectProvider<VerifiedTokens> tokens;

	/**
	 * Create the post-processor. It is made before the properties are, so it reads the
	 * environment.
	 */
	KeptDecoders(Environment environment, ObjectProvider<VerifiedTokens> tokens) {
		this.names = Binder.get(environment).bind(KEY, Bindable.listOf(String.class)).orElse(List.of());
		this.tokens = tokens;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof JwtDecoder decoder && this.names.contains(beanName)) {
			return new KeepingJwtDecoder(decoder, this.tokens.getObject());
		}
		if (bean instanceof ReactiveJwtDecoder decoder && this.names.contains(beanName)) {
			return new KeepingReactiveJwtDecoder(decoder, this.tokens.getObject());
		}
		return bean;
	}

	/**
	 * Return what verifies the names once all beans are known.
	 * @param decoders names of all decoders
	 */
	SmartInitializingSingleton verification(List<String> decoders) {
		return () -> {
			for (String name : this.names) {
				boolean ours = name.equals(PlatformDecoder.OURS) || name.equals(PlatformDecoder.REACTIVE);
				if (!decoders.contains(name) || ours) {
					throw new MisconfigurationException(
							KEY + " has the entry " + name
									+ (ours ? ", whose answers are kept anyway."
											: ", and no JwtDecoder bean is named so."),
							decoders.isEmpty() ? "Remove it." : "Write one of " + decoders + ", or remove it.");
				}
			}
		};
	}

}
