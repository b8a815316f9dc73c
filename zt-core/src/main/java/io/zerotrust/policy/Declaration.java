package io.zerotrust.policy;

import java.lang.annotation.Annotation;
import java.util.List;

/**
 * The annotations that stand at one place in the code, meta-annotations included.
 *
 * @param origin the place, for operators: a method or a type
 * @param annotations what stands there; annotations of others are ignored
 * @since 0.1.0
 */
public record Declaration(String origin, List<? extends Annotation> annotations) {

	public Declaration {
		annotations = List.copyOf(annotations);
	}

}
