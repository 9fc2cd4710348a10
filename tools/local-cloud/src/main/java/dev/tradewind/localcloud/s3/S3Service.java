package dev.tradewind.localcloud.s3;

import dev.tradewind.localcloud.CloudService;
import dev.tradewind.localcloud.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/** S3: S3Proxy over a directory. It starts with the first call: most runs of the cloud need no objects, and everyone waits for its start. */
public final class S3Service implements CloudService {

  private final DataDirectory directory;
  private Optional<S3Server> started = Optional.empty();

  /**
   * @param data the directory that keeps buckets and objects; empty keeps them in a temporary one
   * @throws IOException when there can be no such directory
   */
  public S3Service(Optional<Path> data) throws IOException {
    directory = DataDirectory.of(data, "s3");
  }

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public Set<String> targetPrefixes() {
    return Set.of();
  }

  @Override
  public Set<String> actions() {
    return Set.of();
  }

  @Override
  public boolean ownsPaths() {
    return true;
  }

  @Override
  public synchronized boolean healthy() {
    return started.map(S3Server::running).orElse(true);
  }

  @Override
  public void handle(Request request, Response response, Callback callback) throws Exception {
    if (request.getHeaders().contains(HttpHeader.AUTHORIZATION)) {
      server(request.getConnectionMetaData().getConnector().getServer()).handle(request, response, callback);
    } else {
      Denial.answer(response, callback);
    }
  }

  private synchronized S3Server server(Server front) throws IOException {
    if (started.isEmpty()) {
      started = Optional.of(S3Server.start(directory.path(), front));
    }
    return started.get();
  }

  @Override
  public synchronized void close() {
    started.ifPresent(S3Server::close);
    directory.close();
  }
}
