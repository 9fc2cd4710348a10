package dev.tradewind.localcloud.kinesis;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation: from its parameters to its answer, or a {@link KinesisException}. */
interface Action {

  ObjectNode perform(Parameters parameters);
}
