package dev.tradewind.localcloud;

import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One AWS service behind the one endpoint. A call belongs to it by the first of these that says anything: the
 * {@code X-Amz-Target} header, the credential scope of the signature, the path of anything but a form, the {@code Action} of a form.
 */
public interface CloudService extends AutoCloseable {

  /** The service's name in a credential scope and in the health report, such as {@code sqs}. */
  String name();

  /** What the {@code X-Amz-Target} header of its calls may start with; empty for a service that has no such header. */
  Set<String> targetPrefixes();

  /** The {@code Action}s of its unsigned form calls; empty for a service that does not speak forms. */
  Set<String> actions();

  /** Whether its calls name things by the path of the URL, so that those with a path and nothing else to go by are its own. */
  default boolean ownsPaths() {
    return false;
  }

  /** Whether a call made now could succeed. Asked by the health report, so it may take milliseconds, not seconds. */
  boolean healthy();

  /** Answers one call, on this thread or later, and completes the callback exactly once. */
  void handle(Request request, Response response, Callback callback) throws Exception;

  /** Stops within two seconds. What was acknowledged is on disk by then when the cloud keeps its data. */
  @Override
  void close();
}
