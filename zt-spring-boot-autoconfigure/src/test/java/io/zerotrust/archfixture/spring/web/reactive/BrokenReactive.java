package io.zerotrust.archfixture.spring.web.reactive;

/**
 * Stands for the other stack.
 */
public class BrokenReactive {

}
