package dev.tradewind.partners.ledger;

import io.vertx.core.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * One JSON object a line. A line counts once its newline is there: a process killed in the middle of a write leaves a torn
 * last line, whose request was never answered, so dropping it loses nothing. Lines reach the page cache, not the disk: they
 * survive {@code kill -9}, not a power cut.
 */
final class LedgerFile implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(LedgerFile.class.getName());

  private final Path path;
  private final FileChannel channel;
  private long end;

  private LedgerFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static LedgerFile open(Path path) throws IOException {
    var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (!lock(channel)) {
      channel.close();
      throw new IOException(path + " is held by another process: stop it or choose another --data directory");
    }
    return new LedgerFile(path, channel);
  }

  /** Reads every whole line, then cuts off a torn one. Call it once, before the first append. */
  void replay(Consumer<JsonObject> each) throws IOException {
    var in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    var line = new ByteArrayOutputStream();
    int number = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b != '\n') {
        line.write(b);
        continue;
      }
      number++;
      read(line.toString(StandardCharsets.UTF_8), number, each);
      end += line.size() + 1L;
      line.reset();
    }
    if (line.size() > 0) {
      LOG.log(Level.WARNING, "event=torn-line-dropped file={0} after-line={1} bytes={2}", path, number, line.size());
    }
    channel.truncate(end);
  }

  void append(JsonObject entry) {
    var bytes = ByteBuffer.wrap((entry.encode() + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      long at = end;
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
      end = at;
    } catch (IOException e) {
      // The next append starts at `end` again and overwrites whatever part of this line got out.
      throw new UncheckedIOException("cannot append to " + path, e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void read(String line, int number, Consumer<JsonObject> each) throws IOException {
    try {
      each.accept(new JsonObject(line));
    } catch (RuntimeException e) {
      throw new IOException(
          "%s line %d is damaged: expected one ledger entry; restore the file or delete it to start empty".formatted(path, number), e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
