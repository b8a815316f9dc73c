package io.zerotrust.spring.autoconfigure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Step;

/**
 * The pipelines that our decision point asks; there are none beside a decision point of
 * the application.
 *
 * @param all the pipeline of each gate
 */
record GatePipelines(List<CheckPipeline> all) {

	/**
	 * Return the steps of each gate in the order they run.
	 */
	Map<Gate, List<Step>> steps() {
		Map<Gate, List<Step>> steps = new EnumMap<>(Gate.class);
		this.all.forEach((pipeline) -> steps.put(pipeline.gate(), pipeline.steps()));
		return steps;
	}

}
