package io.zerotrust.spring.test.autoconfigure;

import java.util.TreeSet;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Subject;
import io.zerotrust.spring.web.SubjectReader;

/**
 * An application that answers with the subject it reads.
 */
@EnableWebMvc
@EnableWebSecurity
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ ZtTestAutoConfiguration.class, ZtTestDecoderAutoConfiguration.class,
		OAuth2ResourceServerAutoConfiguration.class })
@Import(WhoAmIApplication.WhoAmI.class)
class WhoAmIApplication {

	@Bean
	SecurityFilterChain chain(HttpSecurity http) {
		return http.authorizeHttpRequests((rules) -> rules.anyRequest().authenticated())
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
			.httpBasic(Customizer.withDefaults())
			.build();
	}

	@Bean
	UserDetailsService users() {
		return new InMemoryUserDetailsManager(
				User.withUsername("dave").password("{noop}password").roles("CLERK").build());
	}

	@Bean
	JwtTypeValidator typeValidator() {
		return new JwtTypeValidator("at+jwt");
	}

	@RestController
	static class WhoAmI {

		private final SubjectReader reader;

		WhoAmI(SubjectReader reader) {
			this.reader = reader;
		}

		@GetMapping("/")
		String whoAmI(Authentication authentication) {
			Subject subject = this.reader.read(authentication, CredentialKind.OTHER);
			return subject.credential().kind() + " " + subject.id() + " " + new TreeSet<>(subject.scopes()) + " "
					+ new TreeSet<>(subject.roles());
		}

	}

}
