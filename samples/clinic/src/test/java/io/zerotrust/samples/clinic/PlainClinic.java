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
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = { "management.server.port=0",
		"spring.autoconfigure.exclude=" + PlainClinic.WIRING + "ZtCoreAutoConfiguration," + PlainClinic.WIRING
				+ "ZtTokenAutoConfiguration," + PlainClinic.WIRING + "ZtRiskAutoConfiguration," + PlainClinic.WIRING
				+ "ZtRouteAutoConfiguration," + PlainClinic.WIRING + "ZtServletAutoConfiguration," + PlainClinic.WIRING
				+ "ZtServletChainAutoConfiguration," + PlainClinic.WIRING + "ZtUnguardedAutoConfiguration,"
				+ "io.zerotrust.spring.test.autoconfigure.ZtTestAutoConfiguration" })
@AutoConfigureMockMvc
@Import(TestTokens.class)
@interface PlainClinic {

	String WIRING = "io.zerotrust.spring.autoconfigure.";

}
