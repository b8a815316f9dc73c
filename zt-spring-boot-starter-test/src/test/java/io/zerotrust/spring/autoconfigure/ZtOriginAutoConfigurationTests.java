package io.zerotrust.spring.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;

import com.maxmind.db.Reader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.zerotrust.access.Origin;
import io.zerotrust.risk.AsnLists;
import io.zerotrust.risk.OriginSource;
import io.zerotrust.spring.actuate.OriginHealthIndicator;
import io.zerotrust.spring.origin.AddressDatabases;
import io.zerotrust.spring.origin.DatabaseWriter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which source there is, and what health says about it.
 */
class ZtOriginAutoConfigurationTests {

	@TempDir
	private Path folder;

	private String asn = "";

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(AutoConfigurations
		.of(ZtOriginAutoConfiguration.class, ZtOriginHealthAutoConfiguration.class, ZtRiskAutoConfiguration.class));

	@BeforeEach
	void write() throws IOException {
		Path file = this.folder.resolve("asn");
		new DatabaseWriter().asn("198.51.100.0/24", 64500).write(file);
		this.asn = "zt.risk.origin.asn-database=" + file;
	}

	@Test
	void startWhenNothingIsSaidThenNothingIsKnown() {
		this.runner.run((context) -> {
			assertThat(context.getBean(OriginSource.class).of(InetAddress.getByName("198.51.100.7")))
				.isSameAs(Origin.unknown());
			assertThat(context).doesNotHaveBean(OriginHealthIndicator.class);
			assertThat(context.getBean(AsnLists.class).isHosting(64500)).isFalse();
		});
	}

	@Test
	void startWhenThereIsDatabaseThenReadAndHealthSaysHowOldItIs() {
		this.runner.withPropertyValues(this.asn, "zt.risk.origin.hosting-asns=AS64500").run((context) -> {
			Origin origin = context.getBean(OriginSource.class).of(InetAddress.getByName("198.51.100.7"));
			assertThat(origin.asn()).isEqualTo(64500);
			assertThat(context.getBean(AsnLists.class).isHosting(origin.asn())).isTrue();
			Health health = context.getBean(OriginHealthIndicator.class).health();
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).hasEntrySatisfying("asn",
					(details) -> assertThat(details.toString()).matches("\\{age=\\d+d, failures=0\\}"));
		});
	}

	@Test
	void startWhenLibraryIsMissingThenFailsWithWords() {
		this.runner.withPropertyValues(this.asn)
			.withClassLoader(new FilteredClassLoader(Reader.class.getPackageName()))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(MisconfigurationException.class, (problem) -> {
					assertThat(problem).hasMessageStartingWith("zt.risk.origin.asn-database is " + this.folder)
						.hasMessageEndingWith(", but com.maxmind.db:maxmind-db, which reads it, is not there.");
					assertThat(problem.action()).isEqualTo(
							"Add the dependency com.maxmind.db:maxmind-db, or remove zt.risk.origin.asn-database.");
				}));
	}

	@Test
	void startWhenLibraryIsMissingAndNothingIsSaidThenStarts() {
		this.runner.withClassLoader(new FilteredClassLoader(Reader.class.getPackageName()))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void startWhenApplicationKnowsByItselfThenNoFileIsRead() {
		this.runner.withPropertyValues(this.asn).withUserConfiguration(OwnSource.class).run((context) -> {
			assertThat(context).doesNotHaveBean(AddressDatabases.class).doesNotHaveBean(OriginHealthIndicator.class);
			assertThat(context.getBean(OriginSource.class).of(InetAddress.getLoopbackAddress()).country())
				.isEqualTo("AQ");
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnSource {

		@Bean
		OriginSource source() {
			return (address) -> new Origin(1, "AQ");
		}

	}

}
