package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.zerotrust.risk.baseline.BaselineKeeper;
import io.zerotrust.risk.baseline.Erasures;
import io.zerotrust.risk.baseline.PseudonymKeys;
import io.zerotrust.spring.actuate.BaselineOperations;
import io.zerotrust.spring.actuate.BaselinesEndpoint;
import io.zerotrust.spring.web.endpoint.Inspection;

/**
 * Auto-configuration for the Actuator endpoint that exports and erases what is learned.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ZtBaselineAutoConfiguration.class, ZtServletAutoConfiguration.class,
		ZtReactiveAutoConfiguration.class })
@ConditionalOnClass({ WebEndpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAvailableEndpoint(endpoint = BaselinesEndpoint.class, exposure = EndpointExposure.WEB)
@ConditionalOnBean({ Inspection.class, BaselineKeeper.class })
public final class ZtBaselineEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	BaselinesEndpoint ztBaselinesEndpoint(BaselineKeeper keeper, Erasures erasures, PseudonymKeys keys,
			BaselineSchedule schedule) {
		return new BaselinesEndpoint(
				new BaselineOperations(keeper, erasures, keys, schedule::saveSoon, schedule::overwriteSoon));
	}

}
