package io.zerotrust.archfixture.access;

import io.zerotrust.archfixture.check.Rogue;

/**
 * Wrong: the question knows the pipeline, which makes a cycle, and the package says
 * nothing about null.
 */
public record ImpatientResource(Rogue rogue) {

}
