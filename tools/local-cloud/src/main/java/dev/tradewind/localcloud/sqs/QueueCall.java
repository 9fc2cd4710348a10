package dev.tradewind.localcloud.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletionStage;

/** One operation on a queue: from its parameters to its answer, or an {@link SqsException}. */
interface QueueCall {

  CompletionStage<JsonNode> perform(ElasticQueue queue, Parameters parameters);
}
