package io.zerotrust.check;

/**
 * One instrumentation around another.
 */
record BothInstrumentations(Instrumentation inner, Instrumentation outer) implements Instrumentation {

	@Override
	public DecisionPoint instrument(DecisionPoint decisionPoint) {
		return this.outer.instrument(this.inner.instrument(decisionPoint));
	}

	@Override
	public Check instrument(Check check) {
		return this.outer.instrument(this.inner.instrument(check));
	}

}
