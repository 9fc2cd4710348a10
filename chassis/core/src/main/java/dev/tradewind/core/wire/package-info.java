/** How messages and commits are written: CloudEvents 1.0 JSON outside, short JSON inside a commit. */
package dev.tradewind.core.wire;
