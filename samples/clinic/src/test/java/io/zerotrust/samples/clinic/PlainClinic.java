package io.zerotrust.samples.clinic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * The application as it was, on free ports, with tokens of the test: zt is on the class
 * path, but nothing of it runs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", PlainClinic.WITHOUT_ZT })
@AutoConfigureMockMvc
@Import(TestTokens.class)
@interface PlainClinic {

	String WITHOUT_ZT = """
			spring.autoconfigure.exclude=\
			io.zerotrust.spring.autoconfigure.ZtBaselineAutoConfiguration,\
			io.zerotrust.spring.autoconfigure.ZtCoreAutoConfiguration,\
			io.zerotrust.spring.autoconfigure.ZtDecoderAutoConfiguration,\
			io.zerotrust.spring.autoconfigure.ZtDpopAutoConfiguration,\
			io.zerotrust.spring.autoconfigure.ZtIntrospectionAutoConfiguration,\
			io.zerotrust.spring.autoconfigure.ZtKeyAutoConfiguration,\
			io.zerotrust.spring.autoconfigure.ZtQuarantineAutoConfiguration,\
			io.zerotrust.spring.autoconfigure.ZtRevocationAutoConfiguration,\
			io.zerotrust.spring.autoconfigure.ZtTokenAutoConfiguration,\
			io.zerotrust.spring.autoconfigure.ZtRiskAutoConfiguration,\
			io.zerotrust.spring.autoconfigure.ZtRouteAutoConfiguration,\
			io.zerotrust.spring.autoconfigure.ZtServletAutoConfiguration,\
			io.zerotrust.spring.autoconfigure.ZtServletChainAutoConfiguration,\
			io.zerotrust.spring.autoconfigure.ZtUnguardedAutoConfiguration""";

}
