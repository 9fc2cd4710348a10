package dev.tradewind.localcloud;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Hands each call to the service it is for. */
final class Router extends Handler.Abstract {

  private static final int LARGEST_FORM_BYTES = 4 * 1024 * 1024;

  private final List<CloudService> services;
  private final HealthReport health;

  Router(List<CloudService> services) {
    this.services = List.copyOf(services);
    this.health = new HealthReport(this.services);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (request.getHttpURI().getPath().equals("/health")) {
      health.answer(response, callback);
      return true;
    }
    var service = byTarget(request).or(() -> byCredentialScope(request)).or(() -> byPath(request));
    if (service.isPresent()) {
      service.get().handle(request, response, callback);
    } else {
      routeByForm(request, response, callback);
    }
    return true;
  }

  private Optional<CloudService> byTarget(Request request) {
    var target = request.getHeaders().get("X-Amz-Target");
    return target == null
        ? Optional.empty()
        : find(service -> service.targetPrefixes().stream().anyMatch(target::startsWith));
  }

  private Optional<CloudService> byCredentialScope(Request request) {
    return CredentialScope.serviceOf(request.getHeaders().get(HttpHeader.AUTHORIZATION))
        .flatMap(name -> find(service -> service.name().equals(name)));
  }

  /** What is left when it is no form: neither posted nor with an action in its query. */
  private Optional<CloudService> byPath(Request request) {
    var uri = request.getHttpURI();
    return uri.getPath().length() > 1 && !HttpMethod.POST.is(request.getMethod()) && FormAction.of(uri.getQuery()).isEmpty()
        ? find(CloudService::ownsPaths)
        : Optional.empty();
  }

  /** Only unsigned calls come here: people with curl, not SDKs. The body is read once and replayed to the service. */
  private void routeByForm(Request request, Response response, Callback callback) throws Exception {
    var body = Content.Source.asByteBufferAsync(request, LARGEST_FORM_BYTES).join();
    var form = StandardCharsets.UTF_8.decode(body.slice()).toString();
    var action = FormAction.of(form).or(() -> FormAction.of(request.getHttpURI().getQuery()));
    var service = action.flatMap(name -> find(candidate -> candidate.actions().contains(name)));
    if (service.isPresent()) {
      service.get().handle(new ReplayedRequest(request, body), response, callback);
    } else {
      Json.answer(response, callback, 400, """
          {"__type":"UnknownOperationException","message":"No service takes this call: expected a known X-Amz-Target \
          header, the credential scope of a known service, or a known Action in a form. Services here: %s."}"""
          .formatted(String.join(", ", services.stream().map(CloudService::name).toList())));
    }
  }

  private Optional<CloudService> find(Predicate<CloudService> predicate) {
    return services.stream().filter(predicate).findFirst();
  }
}
