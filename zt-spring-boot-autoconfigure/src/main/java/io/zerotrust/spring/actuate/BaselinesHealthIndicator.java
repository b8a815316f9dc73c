package io.zerotrust.spring.actuate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

import io.zerotrust.risk.baseline.BaselineKeeper;
import io.zerotrust.risk.baseline.BaselineStatus;

/**
 * Tells whether what is learned is kept. Where it is not that is unknown and not down: an
 * instance that learns anew decides all the same.
 *
 * @since 0.1.0
 */
public final class BaselinesHealthIndicator extends AbstractHealthIndicator {

	private final BaselineKeeper keeper;

	/**
	 * Create the indicator.
	 * @param keeper tells how it stands
	 */
	public BaselinesHealthIndicator(BaselineKeeper keeper) {
		super("the store of baselines could not be looked at");
		this.keeper = keeper;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		BaselineStatus status = this.keeper.status();
		builder.withDetail("state", Words.of(status.state())).withDetail("place", status.place());
		with(builder, "why", status.why());
		with(builder, "restored", status.restored());
		with(builder, "saved", status.saved());
		with(builder, "failed", status.failed());
		with(builder, "failure", status.failure());
		if (status.isFailing()) {
			builder.unknown();
		}
		else {
			builder.up();
		}
	}

	private static void with(Health.Builder builder, String name, @Nullable Object value) {
		if (value != null) {
			builder.withDetail(name, value.toString());
		}
	}

}
