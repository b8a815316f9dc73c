package io.zerotrust.access;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ServiceMarkTests {

	private static final Map<String, Object> SERVICE = Map.of("sub", "shop@clients", "kind", "service", "oid",
			"shop@clients", "address", "192.0.2.1", "number", 7);

	@ParameterizedTest
	@CsvSource({ "kind=service", "sub={client}@clients", "oid={sub}", "kind=service & address", "kind=service&number",
			"kind=service & !uid", "address & kind=service & !uid & !username", "/kind=service", "kind = service" })
	void isOnWhenAllHoldsThenService(String mark) {
		assertThat(ServiceMark.parse(mark).isOn(Claims.of(SERVICE), "shop")).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "kind=servic", "kind=service2", "kind=Service", "sub={client}", "sub={client}@client",
			"sub={client}@clients2", "sub=x{client}@clients", "missing=service", "missing={sub}", "number=7",
			"kind=service & uid", "kind=service & !address", "kind=service & address & !number", "kind={sub}" })
	void isOnWhenAnythingFailsThenNoService(String mark) {
		assertThat(ServiceMark.parse(mark).isOn(Claims.of(SERVICE), "shop")).isFalse();
	}

	// nothing inserted matches nothing
	@Test
	void isOnWhenClientOrSubjectIsUnknownThenNoService() {
		Map<String, Object> claims = new HashMap<>(Map.of("sub", "", "oid", "", "name", "@clients"));
		assertThat(ServiceMark.parse("name={client}@clients").isOn(Claims.of(claims), "")).isFalse();
		assertThat(ServiceMark.parse("sub={client}").isOn(Claims.of(claims), "")).isFalse();
		assertThat(ServiceMark.parse("oid={sub}").isOn(Claims.of(claims), "shop")).isFalse();
		claims.remove("sub");
		assertThat(ServiceMark.parse("oid={sub}").isOn(Claims.of(claims), "shop")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "=", "sub", "=x", "sub=", "sub= ", "!sub", "a=1 & b=2", "sub={client} &", "& a=1",
			"sub={client} & !gty=password", "sub={user}", "sub={client}{sub}", "sub={", "sub={client}-{client}",
			"! & a=1", "/~=1" })
	void parseWhenNoMarkThenRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> ServiceMark.parse(text));
	}

	@Test
	void parseWhenClaimIsAnAddressThenLastEqualsSignSplits() {
		ServiceMark mark = ServiceMark.parse("https://example.com/?a=kind=service");
		assertThat(mark.claim()).hasToString("https://example.com/?a=kind");
		assertThat(mark.value()).isEqualTo("service");
		assertThat(ServiceMark.parse("!uid & a=b&c")).hasToString("a=b & c & !uid");
	}

}
