package io.zerotrust.spring.actuate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

import io.zerotrust.risk.OriginSource;
import io.zerotrust.spring.origin.AddressDatabases;
import io.zerotrust.spring.origin.DatabaseStatus;

/**
 * Says how old the databases of addresses are, and whether a changed one could not be
 * read. It is never down: what was read before does, and requests go on without.
 *
 * @since 0.1.0
 */
public final class OriginHealthIndicator extends AbstractHealthIndicator {

	private final OriginSource origins;

	/**
	 * Create the indicator.
	 * @param origins what tells where addresses lie
	 */
	public OriginHealthIndicator(OriginSource origins) {
		super("the databases of addresses could not be looked at");
		this.origins = origins;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up();
		if (this.origins instanceof AddressDatabases databases) {
			for (DatabaseStatus status : databases.status()) {
				builder.withDetail(status.kind().name().toLowerCase(Locale.ROOT), details(status));
			}
		}
	}

	private static Map<String, Object> details(DatabaseStatus status) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("age", status.age().toDays() + "d");
		details.put("failures", status.failures());
		if (status.failure() != null) {
			details.put("failure", status.failure());
		}
		return details;
	}

}
