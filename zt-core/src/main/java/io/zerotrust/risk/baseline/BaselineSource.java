package io.zerotrust.risk.baseline;

import java.util.List;

/**
 * What has parts that snapshots are made of.
 *
 * @since 0.1.0
 */
public interface BaselineSource {

	/**
	 * Return the parts.
	 * @return the same parts each time
	 */
	List<BaselineSection> sections();

}
