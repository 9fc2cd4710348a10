package dev.tradewind.gateway.api;

import dev.tradewind.gateway.upstream.ServiceStream;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes what a service streams, as it comes and as fast as the client reads: the next piece is asked for when the one before is out. A client
 * that goes away ends the call of the service.
 */
@Provider
public class StreamWriter implements ServerMessageBodyWriter<ServiceStream> {

  private static final byte[] NOTHING = {};

  @Override
  public void writeResponse(ServiceStream stream, Type type, ServerRequestContext context) {
    var request = (ResteasyReactiveRequestContext) context;
    request.suspend();
    var response = context.serverResponse().setChunked(true);
    // The client learns at once that the stream has begun, also when nothing comes for a while.
    var begun = Uni.createFrom().completionStage(() -> response.write(NOTHING));
    var writing = begun.onItem().transformToMulti(out -> stream.content())
        .onItem().transformToUniAndConcatenate(piece -> Uni.createFrom().completionStage(() -> response.write(piece.getBytes())))
        .onTermination().invoke(() -> {
          response.end();
          request.resume();
        })
        .subscribe().with(written -> { }, broken -> { });
    response.addCloseHandler(writing::cancel);
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
    return ServiceStream.class.isAssignableFrom(type);
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return ServiceStream.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(ServiceStream stream, Class<?> type, Type generic, Annotation[] annotations, MediaType media,
      MultivaluedMap<String, Object> headers, OutputStream out) {
    throw new UnsupportedOperationException("a stream is written by writeResponse");
  }
}
