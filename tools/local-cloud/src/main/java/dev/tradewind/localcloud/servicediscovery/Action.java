package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation: from its parameters to its answer, or a {@link CloudMapException}. */
interface Action {

  ObjectNode perform(Parameters parameters);
}
