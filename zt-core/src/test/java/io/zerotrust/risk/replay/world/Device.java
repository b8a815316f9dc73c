package io.zerotrust.risk.replay.world;

import org.jspecify.annotations.Nullable;

/**
 * With what somebody asks.
 *
 * @param id what it says it is, or {@code null} if it says nothing
 * @param agent what its software says it is
 * @param fingerprint how its TLS stack introduces itself (JA4)
 */
record Device(@Nullable String id, String agent, String fingerprint) {

}
