package io.zerotrust.risk.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.zerotrust.risk.replay.judge.Peak;
import io.zerotrust.risk.replay.judge.Peaks;
import io.zerotrust.risk.replay.judge.Roc;
import io.zerotrust.risk.replay.world.Event;
import io.zerotrust.risk.replay.world.World;

/**
 * What blockers that read logs do, for comparison: leaky buckets by address. One counts
 * requests for different targets and leaks one in half a second, one counts different
 * failures and leaks one in 10 seconds, one counts different endpoints for administrators
 * and leaks one in 10 seconds. The score is how full the fullest is.
 */
final class StaticRules {

	private final Map<String, Bucket> buckets = new HashMap<>();

	private final Peaks peaks;

	private final World world;

	StaticRules(World world) {
		this.world = world;
		this.peaks = new Peaks(world.incidents());
	}

	Roc run() {
		for (List<Event> day = this.world.next(); day != null; day = this.world.next()) {
			if (this.world.isUnderTest()) {
				day.forEach(this::count);
			}
		}
		return this.peaks.roc();
	}

	private void count(Event event) {
		double fill = bucket("crawl ", event).add(event.target(), event.time(), 500) / 40;
		if (event.status() == 403 || event.status() == 404) {
			fill = Math.max(fill, bucket("probe ", event).add(event.target(), event.time(), 10_000) / 10);
		}
		if (event.path().startsWith("/admin/")) {
			fill = Math.max(fill, bucket("admin ", event).add(event.path(), event.time(), 10_000) / 2);
		}
		Peak peak = this.peaks.of(event.session());
		if (peak.isBelow(fill)) {
			peak.rise(fill, event.path(), List.of());
		}
	}

	private Bucket bucket(String kind, Event event) {
		return this.buckets.computeIfAbsent(kind + event.address(), (key) -> new Bucket());
	}

	/**
	 * Counts what it has not seen since it was empty.
	 */
	private static final class Bucket {

		private final Set<String> seen = new HashSet<>();

		private double fill;

		private long time;

		double add(String value, long time, long leak) {
			this.fill = Math.max(0, this.fill - (double) (time - this.time) / leak);
			this.time = time;
			if (this.fill == 0) {
				this.seen.clear();
			}
			if (this.seen.add(value)) {
				this.fill++;
			}
			return this.fill;
		}

	}

}
