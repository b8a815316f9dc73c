package io.zerotrust.spring.journey;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Puts handlers into the context of a management port, where nobody expects any. Listed
 * in {@code META-INF/spring}; does nothing where the property is not set.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@Import(ManagementHandlers.Selector.class)
class ManagementHandlers {

	static final String PROPERTY = "journey.management-handlers";

	static class Selector implements ImportSelector, EnvironmentAware {

		private String[] handlers = {};

		@Override
		public void setEnvironment(Environment environment) {
			this.handlers = environment.getProperty(PROPERTY, String[].class, new String[0]);
		}

		@Override
		public String[] selectImports(AnnotationMetadata metadata) {
			return this.handlers;
		}

	}

}
