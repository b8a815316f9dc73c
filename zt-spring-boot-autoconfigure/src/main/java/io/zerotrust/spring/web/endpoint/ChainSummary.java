package io.zerotrust.spring.web.endpoint;

import java.util.List;

/**
 * The filter chains of an application, looked at from outside.
 *
 * @param size how many there are, those included that filter nothing
 * @param ungated the names of those that were built without the gates
 * @param permissive the names of those whose own rules end in permitting everybody
 * everything else
 * @param coverEverything whether some chain takes the requests no other takes; if none
 * does there are paths no chain matches, which are refused
 * @param builder what chains are built from, for operators
 * @param matching what narrows a chain, for operators
 * @param authorizing what ends the rules of a chain strictly, for operators
 * @since 0.1.0
 */
public record ChainSummary(int size, List<String> ungated, List<String> permissive, boolean coverEverything,
		String builder, String matching, String authorizing) {

	public ChainSummary {
		ungated = List.copyOf(ungated);
		permissive = List.copyOf(permissive);
	}

}
