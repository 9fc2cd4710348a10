package dev.tradewind.notifications.api;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * The answer to a rotation, the only one that shows the new secret.
 *
 * @param previousUntil how long messages are signed with the secret before, too
 */
@RegisterForReflection
record RotatedSecret(String webhookId, String secret, Instant previousUntil) {}
