package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What each kind of evidence is multiplied with, after it was clipped.
 *
 * @param context Weight of where requests come from and with what, from 0 to 4.
 * @param session Weight of whether sessions still look like themselves, from 0 to 4.
 * @param behaviour Weight of how much is done, and what, from 0 to 4.
 */
record WeightProperties(@DefaultValue("1") double context, @DefaultValue("1") double session,
		@DefaultValue("1") double behaviour) {

}
