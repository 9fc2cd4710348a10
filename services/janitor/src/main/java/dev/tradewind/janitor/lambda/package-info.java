/** The janitor as a Lambda function. */
package dev.tradewind.janitor.lambda;
