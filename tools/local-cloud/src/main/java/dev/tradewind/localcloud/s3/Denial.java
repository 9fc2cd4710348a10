package dev.tradewind.localcloud.s3;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What S3 says to whoever does not sign: nothing here is public. */
final class Denial {

  private static final String XML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <Error><Code>AccessDenied</Code><Message>Access Denied: the local cloud takes calls with an Authorization header, \
      any credentials will do, and neither unsigned calls nor presigned URLs.</Message></Error>""";

  private Denial() {}

  static void answer(Response response, Callback callback) {
    response.setStatus(403);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
    Content.Sink.write(response, true, XML, callback);
  }
}
