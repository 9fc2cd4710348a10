/** What is kept, in DynamoDB: a table for each reader, so that one can be dropped and read anew without the others. */
package dev.tradewind.insights.tables;
