/**
 * The ports of the core on AWS: a journal on DynamoDB, a dispatcher on SQS and SNS, and a consumer of SQS queues.
 *
 * <p>Nothing here blocks and nothing here starts a thread: answers arrive on the threads of the AWS SDK, and timers run on Mutiny's
 * default executor.
 */
package dev.tradewind.aws;
