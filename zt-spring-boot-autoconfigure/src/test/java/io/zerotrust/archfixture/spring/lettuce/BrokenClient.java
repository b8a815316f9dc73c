package io.zerotrust.archfixture.spring.lettuce;

/**
 * Stands for a Redis client.
 */
public class BrokenClient {

}
