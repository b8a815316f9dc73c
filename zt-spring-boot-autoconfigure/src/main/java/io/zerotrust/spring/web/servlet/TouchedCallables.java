package io.zerotrust.spring.web.servlet;

import java.util.concurrent.Callable;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import io.zerotrust.outcome.TouchedObjects;

/**
 * Lets the threads that MVC runs callables and streamed bodies on work for their request.
 */
final class TouchedCallables implements CallableProcessingInterceptor, WebMvcConfigurer {

	@Override
	public void configureAsyncSupport(AsyncSupportConfigurer async) {
		async.registerCallableInterceptors(this);
	}

	@Override
	public <T> void preProcess(NativeWebRequest request, Callable<T> task) {
		HttpServletRequest served = request.getNativeRequest(HttpServletRequest.class);
		Exchange exchange = (served != null) ? Exchange.of(served) : null;
		if (exchange != null) {
			TouchedObjects.attach(exchange.touched());
		}
	}

	@Override
	@SuppressWarnings("NullAway")
	public <T> void postProcess(NativeWebRequest request, Callable<T> task, Object concurrentResult) {
		TouchedObjects.attach(null);
	}

}
