/** An AWS endpoint in front of the local cloud that misbehaves as AWS does, at rates and from a seed, and keeps count. */
package dev.tradewind.chaos.proxy;
