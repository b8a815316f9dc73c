package io.zerotrust.spring.autoconfigure;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.RegisteredBean;

import io.zerotrust.spring.web.HandlerAnnotations;

/**
 * Keeps the types at which rules stand visible in a native image: those of beans, and the
 * super-types and interfaces whose rules they inherit.
 */
final class RuleHintsProcessor implements BeanRegistrationAotProcessor {

	@Override
	public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean bean) {
		Set<Class<?>> types = HandlerAnnotations.ruledTypes(bean.getBeanClass());
		return types.isEmpty() ? null
				: (generation,
						code) -> types.forEach((type) -> generation.getRuntimeHints()
							.reflection()
							.registerType(type, MemberCategory.INVOKE_DECLARED_METHODS));
	}

}
