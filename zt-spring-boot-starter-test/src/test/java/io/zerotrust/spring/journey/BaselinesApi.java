package io.zerotrust.spring.journey;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.zerotrust.risk.baseline.BaselineSection;
import io.zerotrust.risk.baseline.BaselineSource;
import io.zerotrust.risk.baseline.Remembered;

/**
 * An application that remembers names of subjects.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BaselinesApi {

	@Bean
	Names names() {
		return new Names();
	}

	static final class Names implements BaselineSource, BaselineSection, Remembered {

		private final ConcurrentSkipListSet<String> known = new ConcurrentSkipListSet<>();

		ConcurrentSkipListSet<String> known() {
			return this.known;
		}

		@Override
		public List<BaselineSection> sections() {
			return List.of(this);
		}

		@Override
		public String name() {
			return "names";
		}

		@Override
		public int version() {
			return 1;
		}

		@Override
		public void write(DataOutput out) throws IOException {
			out.writeUTF(String.join(",", this.known));
		}

		@Override
		public Runnable read(DataInputStream in, int version) throws IOException {
			TreeSet<String> read = new TreeSet<>(List.of(in.readUTF().split(",")));
			return () -> {
				this.known.clear();
				this.known.addAll(read);
			};
		}

		@Override
		public int principals() {
			return this.known.size();
		}

		@Override
		public int forget(String issuer, String subject) {
			return this.known.remove(subject) ? 1 : 0;
		}

		@Override
		public Optional<Map<String, Object>> export(String issuer, String subject) {
			return this.known.contains(subject) ? Optional.of(Map.of("networks", 2)) : Optional.empty();
		}

	}

}
