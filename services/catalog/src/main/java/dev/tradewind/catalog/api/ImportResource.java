package dev.tradewind.catalog.api;

import dev.tradewind.catalog.CatalogSettings;
import dev.tradewind.catalog.csv.ProductFile;
import dev.tradewind.catalog.domain.ProductImport;
import dev.tradewind.catalog.domain.ProductRow;
import dev.tradewind.catalog.imports.Imports;
import dev.tradewind.quarkus.IdempotencyKey;
import dev.tradewind.quarkus.Problem;
import dev.tradewind.quarkus.ReturnToContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Imports over HTTP, for the back office: a whole file at once. */
@Path("/v1/products/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

  private static final String CSV = "text/csv";
  private static final int LISTED = 100;
  private static final int FINGERPRINT_BYTES = 16;

  private final Imports imports;
  private final CatalogSettings settings;
  private final Validator validator;

  ImportResource(Imports imports, CatalogSettings settings, Validator validator) {
    this.imports = imports;
    this.settings = settings;
    this.validator = validator;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "importProducts", summary = "Says all there is to say of many products; nothing when a line of the file is wrong")
  @APIResponse(responseCode = "202", description = "Accepted: every line will be applied",
      content = @Content(schema = @Schema(implementation = ImportBody.class)))
  @APIResponse(responseCode = "415", description = "The body is not text/csv in UTF-8")
  @APIResponse(responseCode = "422", description = "Lines of the file break rules, each of which is listed; or the key was used for another file")
  public Uni<Response> accept(@HeaderParam(IdempotencyKey.HEADER) String key, @Context HttpHeaders headers, byte[] file) {
    requireCsv(headers.getMediaType());
    var importId = ProductImport.id(IdempotencyKey.required(key));
    return rows(file)
        .flatMap(rows -> imports.accept(importId, fingerprint(file), rows))
        .map(accepted -> Response.accepted(ImportBody.of(importId, accepted)).location(URI.create("/v1/products/imports/" + importId)).build());
  }

  @GET
  @Path("/{importId}")
  @Operation(operationId = "getImport", summary = "How far an import is")
  @APIResponse(responseCode = "200", description = "The import", content = @Content(schema = @Schema(implementation = ImportBody.class)))
  @APIResponse(responseCode = "404", description = "No such import was accepted")
  public Uni<ImportBody> show(@PathParam("importId") String importId) {
    if (!ProductImport.isId(importId)) {
      throw notFound();
    }
    return imports.find(importId).map(found -> ImportBody.of(importId, found.orElseThrow(ImportResource::notFound)));
  }

  /** A large file takes longer to read than an event loop can spare. */
  private Uni<List<ProductRow>> rows(byte[] file) {
    return ReturnToContext.afterwards(() -> Uni.createFrom().item(() -> ProductFile.read(file, settings.mostImportRows(), validator))
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
        .map(read -> {
          if (!read.problems().isEmpty()) {
            throw wrong(read);
          }
          return read.rows();
        });
  }

  private static Problem wrong(ProductFile file) {
    int all = file.problems().size();
    var listed = file.problems().subList(0, Math.min(all, LISTED));
    return Problem.listing(422, "invalid-import", all > LISTED
        ? "The file breaks %d rules, of which the first %d are listed; nothing was imported.".formatted(all, LISTED)
        : "The file breaks %d rule%s; nothing was imported.".formatted(all, all == 1 ? "" : "s"), listed, Optional.empty());
  }

  private static void requireCsv(MediaType type) {
    boolean csv = type != null && CSV.equalsIgnoreCase(type.getType() + "/" + type.getSubtype());
    if (!csv || !"utf-8".equalsIgnoreCase(type.getParameters().getOrDefault("charset", "utf-8"))) {
      throw Problem.of(415, "unsupported-media-type", "Send the file as text/csv, in UTF-8.");
    }
  }

  private static String fingerprint(byte[] file) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(file);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, FINGERPRINT_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Problem notFound() {
    return Problem.of(404, "import-not-found", "No import with this id was accepted.");
  }
}
