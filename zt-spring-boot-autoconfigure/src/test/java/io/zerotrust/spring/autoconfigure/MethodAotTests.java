package io.zerotrust.spring.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.core.io.InputStreamSource;
import org.springframework.javapoet.ClassName;

import io.zerotrust.spring.autoconfigure.UnguardableServices.Final;
import io.zerotrust.spring.autoconfigure.UnguardableServices.Fine;
import io.zerotrust.spring.method.UnguardedMethodsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * The guard of methods is there after ahead-of-time processing, and so are its proxies.
 */
class MethodAotTests {

	@Test
	void processThenAdvisorAndProxyCreatorAreWritten() {
		assertThat(sourcesOf(Fine.class)).contains("ztMethodAdvisor", "ztMethodGates", "ztMethodStartAudit",
				"internalAutoProxyCreator", "Fine$$SpringCGLIB$$");
	}

	@Test
	void processWhenTypeIsFinalThenFailsAtBuild() {
		assertThatException().isThrownBy(() -> sourcesOf(Final.class))
			.withStackTraceContaining(UnguardedMethodsException.class.getName());
	}

	private static String sourcesOf(Class<?> service) {
		InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get("io.zerotrust.spring.autoconfigure", "App")), files);
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.register(ZtMethodAutoConfiguration.class, service);
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
			generation.writeGeneratedContent();
			StringBuilder sources = new StringBuilder();
			for (Kind kind : Kind.values()) {
				files.getGeneratedFiles(kind).forEach((path, content) -> sources.append(path).append(text(content)));
			}
			return sources.toString();
		}
	}

	private static String text(InputStreamSource content) {
		try {
			return new String(content.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
