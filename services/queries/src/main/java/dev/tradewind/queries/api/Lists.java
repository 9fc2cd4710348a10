package dev.tradewind.queries.api;

import dev.tradewind.quarkus.Cursor;
import dev.tradewind.queries.domain.Page;
import dev.tradewind.queries.serving.Views;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Pages, with the way to the next one in the body and, after RFC 8288, as a link. */
@Singleton
class Lists {

  private final Views views;

  Lists(Views views) {
    this.views = views;
  }

  Uni<Response> show(ListRequest request, UriInfo uri) {
    return views.list(request.query(), request.after(), request.limit()).map(page -> answer(request, page, uri));
  }

  private static Response answer(ListRequest request, Page page, UriInfo uri) {
    var next = page.next().map(position -> Cursor.write(request.query(), position.text()));
    var answer = Response.ok(new OrderListBody(page.views().stream().map(OrderBody::of).toList(), next)).header("Cache-Control", "no-cache");
    next.ifPresent(cursor -> answer.header("Link", Cursor.link(uri, cursor)));
    return answer.build();
  }
}
