package dev.tradewind.gateway.upstream;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;

/**
 * An answer that goes on for as long as the client listens.
 *
 * @param head its status and headers; without a body
 * @param content read no faster than it is asked for; who cancels it ends the call
 */
public record ServiceStream(ServiceAnswer head, Multi<Buffer> content) implements Reply {}
