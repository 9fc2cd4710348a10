package dev.tradewind.core;

/** A stream was extended by others again and again while a command was decided. The message should be delivered again later. */
public final class ContendedStream extends RuntimeException {

  ContendedStream(StreamId stream, int attempts) {
    super("stream %s changed under %d attempts to extend it; deliver the message again".formatted(stream, attempts));
  }
}
