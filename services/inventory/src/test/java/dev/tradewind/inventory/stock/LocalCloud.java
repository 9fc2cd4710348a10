package dev.tradewind.inventory.stock;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A local cloud with the table, in a process of its own, one for all test classes that ask for it. It stops when they are done. */
public final class LocalCloud implements ParameterResolver {

  static final String TABLE = "tradewind-inventory";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Table.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getRoot().getStore(ExtensionContext.Namespace.create(LocalCloud.class))
        .getOrComputeIfAbsent(Table.class, none -> Table.open(), Table.class);
  }

  /** The table, and what was consumed of it. */
  record Table(Process cloud, DynamoDbAsyncClient client, Consumed consumed) implements AutoCloseable {

    static Table open() {
      try {
        var cloud = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-jar", jar().toString(), "--port", "0").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var consumed = new Consumed();
        var client = DynamoDbAsyncClient.builder()
            .endpointOverride(ready(cloud))
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(NettyNioAsyncHttpClient.builder().maxConcurrency(200))
            .overrideConfiguration(override -> override.addExecutionInterceptor(consumed))
            .build();
        create(client);
        return new Table(cloud, client, consumed);
      } catch (IOException e) {
        throw new IllegalStateException("the local cloud did not start", e);
      }
    }

    @Override
    public void close() {
      client.close();
      cloud.destroy();
    }

    private static void create(DynamoDbAsyncClient client) {
      client.createTable(table -> table
          .tableName(TABLE)
          .billingMode(BillingMode.PAY_PER_REQUEST)
          .attributeDefinitions(key -> key.attributeName("key").attributeType(ScalarAttributeType.S))
          .keySchema(key -> key.attributeName("key").keyType(KeyType.HASH))).join();
    }

    private static URI ready(Process cloud) throws IOException {
      var said = new ArrayList<String>();
      var output = cloud.inputReader();
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith("local-cloud ready ")) {
          return URI.create(line.substring(line.lastIndexOf(' ') + 1));
        }
        said.add(line);
      }
      throw new IOException(String.join(" | ", said));
    }

    /** The module's build puts it there; run {@code ./mvnw -pl tools/local-cloud package} when it is missing. */
    private static Path jar() {
      return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
          .map(path -> path.resolve("tools/local-cloud/target/local-cloud.jar"))
          .filter(Files::exists)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("tools/local-cloud is not built; run ./mvnw -pl tools/local-cloud -am package"));
    }
  }
}
