package io.zerotrust.archfixture.spring.web.servlet;

import io.zerotrust.archfixture.spring.web.reactive.BrokenReactive;

/**
 * Breaks the rules of the adapters, so that the tests see them bite.
 */
class BrokenServlet {

	BrokenReactive other = new BrokenReactive();

}
