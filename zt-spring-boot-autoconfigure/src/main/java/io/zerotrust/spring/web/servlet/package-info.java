/**
 * The gates of a servlet application: filters in every security filter chain, a net
 * behind them, and a guard in front of every handler.
 */
@NullMarked
package io.zerotrust.spring.web.servlet;

import org.jspecify.annotations.NullMarked;
