package dev.tradewind.launcher.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two commands from starting or stopping the same processes at once. It ends with the command, however that ends. */
public final class RunLock implements AutoCloseable {

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /** @throws LaunchException when another command holds it */
  public static RunLock take(Path workDirectory) {
    try {
      Files.createDirectories(workDirectory);
      FileChannel channel = FileChannel.open(workDirectory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locks(channel)) {
        channel.close();
        throw new LaunchException("Another ./tradewind command is starting or stopping things here; try again when it is done");
      }
      return new RunLock(channel);
    } catch (IOException cannotLock) {
      throw new UncheckedIOException(cannotLock);
    }
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisJvm) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException cannotClose) {
      throw new UncheckedIOException(cannotClose);
    }
  }
}
