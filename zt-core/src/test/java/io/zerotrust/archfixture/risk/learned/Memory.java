package io.zerotrust.archfixture.risk.learned;

/**
 * Something to know of.
 */
public final class Memory {

}
