package dev.tradewind.localcloud;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Request;

/** A request whose body was already read, given again from the start. */
final class ReplayedRequest extends Request.Wrapper {

  private final ByteBufferContentSource body;

  ReplayedRequest(Request request, ByteBuffer body) {
    super(request);
    this.body = new ByteBufferContentSource(body);
  }

  @Override
  public Content.Chunk read() {
    return body.read();
  }

  @Override
  public void demand(Runnable demandCallback) {
    body.demand(demandCallback);
  }

  @Override
  public void fail(Throwable failure) {
    body.fail(failure);
  }
}
