package dev.tradewind.gateway.upstream;

import java.util.function.Consumer;

/**
 * Where an instance of a service listens.
 *
 * @param id tells instances apart
 * @param ended hears how a call ended: null after an answer
 */
record Place(long id, String host, int port, boolean secure, Consumer<Throwable> ended) {}
