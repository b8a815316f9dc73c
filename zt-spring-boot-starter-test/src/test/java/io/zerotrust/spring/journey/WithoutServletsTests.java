package io.zerotrust.spring.journey;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A WebFlux application needs neither the servlet API nor MVC: the class path of the
 * tests without them, in a class loader of its own.
 */
class WithoutServletsTests {

	private static final List<String> GONE = List.of("servlet", "spring-webmvc", "spring-boot-webmvc", "tomcat",
			"jetty", "wiremock", "authorization-server", "junit", "mockito");

	@Test
	void startWhenNoServletApiThenServesGuardedAndAudited() throws Exception {
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		try (URLClassLoader alone = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
			assertThatExceptionOfType(ClassNotFoundException.class)
				.isThrownBy(() -> alone.loadClass("jakarta.servlet.Servlet"));
			assertThatExceptionOfType(ClassNotFoundException.class)
				.isThrownBy(() -> alone.loadClass("org.springframework.web.servlet.DispatcherServlet"));
			thread.setContextClassLoader(alone);
			Callable<?> application = (Callable<?>) alone.loadClass(WebFluxAlone.class.getName())
				.getConstructor()
				.newInstance();
			assertThat(application.call())
				.isEqualTo("200 401 200 401 AnnotationConfigReactiveWebServerApplicationContext");
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	private static URL[] classPath() throws MalformedURLException {
		List<URL> urls = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			String name = new File(entry).getName();
			if (GONE.stream().noneMatch(name::contains)) {
				urls.add(new File(entry).toURI().toURL());
			}
		}
		return urls.toArray(URL[]::new);
	}

}
