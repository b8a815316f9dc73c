package io.zerotrust.spring.autoconfigure;

import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import io.zerotrust.risk.baseline.BaselineKeeper;
import io.zerotrust.risk.baseline.BaselineSection;
import io.zerotrust.risk.baseline.BaselineSource;
import io.zerotrust.risk.baseline.BaselineStore;
import io.zerotrust.risk.baseline.Erasures;
import io.zerotrust.risk.baseline.PseudonymKeys;
import io.zerotrust.risk.baseline.Remembered;

/**
 * Auto-configuration for what is learned beyond a restart, and for erasing it.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ZtRiskAutoConfiguration.class, ZtJdbcBaselineAutoConfiguration.class })
@EnableConfigurationProperties(ZtProperties.class)
public final class ZtBaselineAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Erasures ztErasures(ObjectProvider<Remembered> remembered) {
		return new Erasures(remembered.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	BaselineKeeper ztBaselineKeeper(ZtProperties properties, ObjectProvider<BaselineStore> own,
			ObjectProvider<DatabaseStores> databases, ObjectProvider<BaselineSource> sources, Erasures erasures,
			PseudonymKeys keys, ObjectProvider<Clock> clock) {
		BaselineSettings settings = new BaselineSettings(properties.risk());
		List<BaselineSection> sections = sources.orderedStream().flatMap((one) -> one.sections().stream()).toList();
		return new BaselineKeeper(settings.store(own.getIfAvailable(), databases.getIfAvailable()), sections, erasures,
				keys, settings.limit(), clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	BaselineSchedule ztBaselineSchedule(ZtProperties properties, BaselineKeeper keeper) {
		BaselineSettings settings = new BaselineSettings(properties.risk());
		return new BaselineSchedule(keeper, settings.saveEvery(), settings.timeout());
	}

}
