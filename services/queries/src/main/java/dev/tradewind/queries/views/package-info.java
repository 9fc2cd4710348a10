/** Views on DynamoDB, which table holds them, and how they move to another while they serve. Knows nothing of Quarkus. */
package dev.tradewind.queries.views;
