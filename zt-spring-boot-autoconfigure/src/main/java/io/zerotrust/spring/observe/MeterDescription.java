package io.zerotrust.spring.observe;

import java.util.List;

import io.micrometer.core.instrument.Meter.Type;

/**
 * What a meter says.
 *
 * @param name the name of the meter
 * @param type its type
 * @param unit what its values are
 * @param tags its tags, all of them always there
 * @param meaning what it measures, in Markdown
 * @since 0.1.0
 */
public record MeterDescription(String name, Type type, String unit, List<TagDescription> tags, String meaning) {

	public MeterDescription {
		tags = List.copyOf(tags);
	}

	/**
	 * What a tag says.
	 *
	 * @param name the name of the tag
	 * @param values the values it has, in Markdown
	 */
	public record TagDescription(String name, String values) {
	}

}
