package io.zerotrust.spring.autoconfigure;

import java.lang.annotation.Annotation;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

import io.zerotrust.spring.actuate.BaselinesDescriptor;
import io.zerotrust.spring.actuate.DecisionDescriptor;
import io.zerotrust.spring.actuate.PolicyDescriptor;
import io.zerotrust.spring.actuate.PostureDescriptor;
import io.zerotrust.spring.actuate.QuarantineDescriptor;
import io.zerotrust.spring.actuate.SummaryDescriptor;
import io.zerotrust.spring.web.HandlerAnnotations;

/**
 * Tells a native image what zt looks at by reflection: its annotations, which are
 * synthesized for routes and meta-annotations, the classes it recognises others by, and
 * what its Actuator endpoint answers and what is read of databases.
 */
final class ZtRuntimeHints implements RuntimeHintsRegistrar {

	private static final List<String> RECOGNISED = List.of(
			"org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration",
			"org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer",
			"org.springframework.security.oauth2.server.authorization.OAuth2Authorization");

	private static final String DATABASE = "com.maxmind.db.Reader";

	private static final List<String> ENTRIES = List.of("io.zerotrust.spring.origin.MaxMindTable$Record",
			"io.zerotrust.spring.origin.MaxMindTable$Country", "io.zerotrust.spring.origin.MaxMindTable$Location");

	private static final String ANSWER = "org.springframework.boot.actuate.endpoint.OperationResponseBody";

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		for (Class<? extends Annotation> annotation : HandlerAnnotations.kinds()) {
			hints.reflection().registerType(annotation, MemberCategory.INVOKE_DECLARED_METHODS);
			hints.proxies().registerJdkProxy(annotation);
		}
		for (String recognised : RECOGNISED) {
			hints.reflection().registerTypeIfPresent(classLoader, recognised);
		}
		if (ClassUtils.isPresent(DATABASE, classLoader)) {
			ENTRIES.forEach((entry) -> hints.reflection()
				.registerTypeIfPresent(classLoader, entry, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS));
		}
		hints.resources().registerPattern("io/zerotrust/spring/jdbc/schema-*.sql");
		if (ClassUtils.isPresent(ANSWER, classLoader)) {
			Answers.register(hints);
		}
	}

	/**
	 * Loaded only where there is an Actuator: what it answers is of a type of its own.
	 */
	private static final class Answers {

		static void register(RuntimeHints hints) {
			new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(), SummaryDescriptor.class,
					PolicyDescriptor.class, PostureDescriptor.class, DecisionDescriptor.class,
					QuarantineDescriptor.class, QuarantineDescriptor.Page.class, QuarantineDescriptor.Problem.class,
					BaselinesDescriptor.class, BaselinesDescriptor.Export.class, BaselinesDescriptor.Erasure.class,
					BaselinesDescriptor.Problem.class);
		}

	}

}
