/** Reads journals, stock and log on AWS, and tells of drift there. */
package dev.tradewind.janitor.aws;
