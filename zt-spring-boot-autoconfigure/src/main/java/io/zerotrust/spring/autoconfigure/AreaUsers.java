package io.zerotrust.spring.autoconfigure;

import java.util.List;
import java.util.Locale;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.spring.web.CredentialAreas;

/**
 * Who knows the users that log in where credentials other than tokens do.
 *
 * @param users the type of beans that look users up
 * @param passwords the type of beans that verify passwords by themselves
 */
record AreaUsers(Class<?> users, Class<?> passwords) {

	/**
	 * What Spring serves for those who log in.
	 */
	static final List<String> LOGIN = List.of("/login", "/logout", "/default-ui.css");

	/**
	 * Verify that somebody does. A part of the application need not have them.
	 * @throws MisconfigurationException if nobody can tell one user from another
	 */
	void verify(CredentialAreas areas, ListableBeanFactory beans) {
		if (TestSlice.isOne(beans.getBean(Environment.class))) {
			return;
		}
		boolean known = beans.getBeanNamesForType(this.users).length > 0;
		boolean verified = known || beans.getBeanNamesForType(this.passwords).length > 0;
		for (CredentialKind kind : areas.kinds()) {
			boolean x509 = kind == CredentialKind.X509;
			if (!(x509 ? known : verified)) {
				String key = "zt.credentials." + kind.name().toLowerCase(Locale.ROOT);
				String user = this.users.getSimpleName();
				throw new MisconfigurationException(
						key + " is set, but nobody knows a user: there is no " + user
								+ (x509 ? "" : " or " + this.passwords.getSimpleName()) + " bean.",
						"Declare a " + user + " bean, declare a filter chain of your own, or remove " + key + ".");
			}
		}
	}

}
