package dev.tradewind.localcloud.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import com.amazonaws.services.dynamodbv2.model.ListTablesRequest;
import dev.tradewind.localcloud.CloudService;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.logging.log4j.LogManager;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** DynamoDB: AWS's own DynamoDB Local, called in this process without a server of its own. */
public final class DynamoDbService implements CloudService {

  private static final org.apache.logging.log4j.Logger LOG = LogManager.getLogger(DynamoDbService.class);

  /** Held so that the level set on it is not lost to garbage collection. */
  private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

  private static final int NO_PORT = 0;
  private static final boolean ONE_DATABASE_FOR_ALL_CREDENTIALS = true;
  private static final boolean DELAY_TABLE_STATES = false;

  private final LocalDynamoDBRequestHandler tables;
  private final LocalDynamoDBServerHandler protocol;

  /** @param data the directory that keeps the tables; empty keeps them in memory */
  public DynamoDbService(Optional<Path> data) {
    SQLITE.setLevel(Level.WARNING);
    var directory = data.map(Path::toString).orElse(null);
    tables = new LocalDynamoDBRequestHandler(
        NO_PORT, data.isEmpty(), directory, ONE_DATABASE_FOR_ALL_CREDENTIALS, DELAY_TABLE_STATES);
    protocol = new LocalDynamoDBServerHandler(tables, null);
  }

  @Override
  public String name() {
    return "dynamodb";
  }

  @Override
  public Set<String> targetPrefixes() {
    return Set.of("DynamoDB_20120810.", "DynamoDBStreams_20120810.");
  }

  @Override
  public Set<String> actions() {
    return Set.of();
  }

  @Override
  public boolean healthy() {
    try {
      tables.listTables("health", "us-east-1", new ListTablesRequest().withLimit(1));
      return true;
    } catch (RuntimeException e) {
      LOG.warn("dynamodb.unhealthy", e);
      return false;
    }
  }

  @Override
  public void handle(Request request, Response response, Callback callback) throws Exception {
    protocol.handle(request, response, callback);
  }

  @Override
  public void close() {
    tables.shutdown();
  }
}
