/** The registry is AWS Cloud Map, asked and told with the asynchronous AWS SDK. */
package dev.tradewind.cloudmap.aws;
