package dev.tradewind.localcloud.sns;

import java.util.concurrent.CompletionStage;

/** One operation of the SNS API: from its parameters to what its answer holds, or an {@link SnsException}. */
interface Action {

  CompletionStage<Xml> perform(Form form);
}
