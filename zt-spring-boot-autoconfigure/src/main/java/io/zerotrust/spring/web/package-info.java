/**
 * What both web stacks share: who the caller is, and how a refusal is put into words.
 */
@NullMarked
package io.zerotrust.spring.web;

import org.jspecify.annotations.NullMarked;
