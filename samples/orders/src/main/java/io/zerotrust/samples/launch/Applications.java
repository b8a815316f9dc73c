package io.zerotrust.samples.launch;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.Banner.Mode;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts applications side by side and stops them in reverse.
 */
public final class Applications implements AutoCloseable {

	private final Deque<ConfigurableApplicationContext> running = new ArrayDeque<>();

	private final String[] args;

	public Applications(String... args) {
		this.args = args;
	}

	/**
	 * Start an application.
	 * @param application its class
	 * @param file the name of its configuration file
	 * @param settings what wins over the file, the environment and the arguments
	 * @return the running application
	 */
	public ConfigurableApplicationContext start(Class<?> application, String file, Map<String, Object> settings) {
		return start(application, file, settings, null);
	}

	/**
	 * Start an application on a clock of its own.
	 * @param application its class
	 * @param file the name of its configuration file
	 * @param settings what wins over the file, the environment and the arguments
	 * @param clock the clock, or {@code null} for that of the machine
	 * @return the running application
	 */
	public ConfigurableApplicationContext start(Class<?> application, String file, Map<String, Object> settings,
			@Nullable Clock clock) {
		try {
			ConfigurableApplicationContext context = new SpringApplicationBuilder(application).bannerMode(Mode.OFF)
				.properties("spring.config.name=" + file, "logging.level.root=error")
				.initializers((starting) -> starting.getEnvironment()
					.getPropertySources()
					.addFirst(new MapPropertySource("sample", settings)))
				.initializers((starting) -> {
					if (clock != null) {
						starting.getBeanFactory().registerSingleton("clock", clock);
					}
				})
				.run(this.args);
			this.running.push(context);
			return context;
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	/**
	 * Whether a setting is on, which it is unless somebody switched it off.
	 * @param key the key of the setting
	 * @return {@code false} if it is {@code false}
	 */
	public boolean isOn(String key) {
		return this.running.getFirst().getEnvironment().getProperty(key, Boolean.class, true);
	}

	@Override
	public void close() {
		this.running.forEach(ConfigurableApplicationContext::close);
		this.running.clear();
	}

}
