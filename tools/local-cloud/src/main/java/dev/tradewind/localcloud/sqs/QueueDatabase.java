package dev.tradewind.localcloud.sqs;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.pekko.actor.Props;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import scala.collection.immutable.Nil$;
import scalikejdbc.ConnectionPool$;

/** The file that keeps queues and their messages across restarts: ElasticMQ's own H2 storage. */
record QueueDatabase(String url) {

  private static final Logger LOG = LogManager.getLogger(QueueDatabase.class);
  private static final String NOBODY = "";

  /**
   * H2 must not close by itself on exit: it would race with the messages that are still on their way in.
   *
   * @throws IOException when the file cannot be opened, most likely because another process has it
   */
  static QueueDatabase open(Path directory) throws IOException {
    var file = directory.toAbsolutePath().resolve("queues");
    var database = new QueueDatabase("jdbc:h2:file:" + file + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE");
    try (var connection = database.connect()) {
      LOG.debug("sqs.database.open url={}", connection.getMetaData().getURL());
      database.fillConnectionPool();
      return database;
    } catch (SQLException e) {
      throw new IOException("The queues in " + file + ".mv.db cannot be opened: " + e.getMessage(), e);
    }
  }

  Props actor() {
    var config = new SqlQueuePersistenceConfig(true, "org.h2.Driver", url, NOBODY, NOBODY, false);
    return Props.create(SqlQueuePersistenceActor.class, config, Nil$.MODULE$);
  }

  /** Also empties ElasticMQ's static connection pool, which would otherwise outlive the file. */
  void close() {
    ConnectionPool$.MODULE$.closeAll();
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    } catch (SQLException e) {
      LOG.warn("sqs.database.close.failed url={}", url, e);
    }
  }

  /** ElasticMQ fills its static pool only for the first database of a JVM. */
  private void fillConnectionPool() {
    var pools = ConnectionPool$.MODULE$;
    pools.singleton(url, NOBODY, NOBODY, pools.singleton$default$4(), pools.singleton$default$5(url, NOBODY, NOBODY,
        pools.singleton$default$4()));
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, NOBODY, NOBODY);
  }
}
