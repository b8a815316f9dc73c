/**
 * What is remembered of each principal, and how unlike it a request is: novelty of its
 * surroundings and endpoints, and failures. Scoring reads an immutable history, learning
 * replaces it.
 */
@NullMarked
package io.zerotrust.risk.learned;

import org.jspecify.annotations.NullMarked;
