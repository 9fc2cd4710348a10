package dev.tradewind.localcloud.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** S3Proxy on a loopback port of its own, and the way there: bodies pass through in pieces, as large as they may be. */
final class S3Server implements AutoCloseable {

  private static final Logger LOG = LogManager.getLogger(S3Server.class);

  private final S3Proxy server;
  private final ProxyHandler way;

  private S3Server(S3Proxy server, ProxyHandler way) {
    this.server = server;
    this.way = way;
  }

  /** @param front the server whose calls are passed on */
  static S3Server start(Path directory, Server front) throws IOException {
    var server = S3Proxy.builder()
        .endpoint(URI.create("http://127.0.0.1:0"))
        .awsAuthentication(AuthenticationType.NONE, "", "")
        .blobStore(new FilesystemNio2BlobStore(directory.toString()))
        .ignoreUnknownHeaders(true)
        .build();
    try {
      server.start();
      var way = new ProxyHandler.Reverse(request -> HttpURI.build(request.getHttpURI()).scheme("http").host("127.0.0.1").port(server.getPort()));
      way.setServer(front);
      way.start();
      return new S3Server(server, way);
    } catch (Exception e) {
      throw new IOException("S3Proxy did not start: " + e.getMessage(), e);
    }
  }

  boolean running() {
    return server.getState().equals("STARTED");
  }

  void handle(Request request, Response response, Callback callback) {
    way.handle(request, response, callback);
  }

  @Override
  public void close() {
    try {
      way.stop();
      server.stop();
    } catch (Exception e) {
      LOG.warn("s3.stop.failed", e);
    }
  }
}
