package io.zerotrust.spring.web.reactive;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import io.zerotrust.spring.web.ResourceDescription;

/**
 * Tells clients what they may know of this service (RFC 9728). Spring Security's filter
 * is one of servlets alone.
 */
final class ResourceMetadataFilter implements WebFilter {

	private final ExternalView external;

	ResourceMetadataFilter(ExternalView external) {
		this.external = external;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String path = exchange.getRequest().getPath().pathWithinApplication().value();
		boolean asked = path.startsWith(ResourceDescription.WELL_KNOWN)
				&& (path.length() == ResourceDescription.WELL_KNOWN.length()
						|| path.charAt(ResourceDescription.WELL_KNOWN.length()) == '/')
				&& HttpMethod.GET.equals(exchange.getRequest().getMethod());
		return asked ? write(exchange) : chain.filter(exchange);
	}

	private Mono<Void> write(ServerWebExchange exchange) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("bearer_methods_supported", List.of("header"));
		this.external.describe(exchange, members);
		byte[] body = JSONObjectUtils.toJSONString(members).getBytes(StandardCharsets.UTF_8);
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(HttpStatus.OK);
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

}
