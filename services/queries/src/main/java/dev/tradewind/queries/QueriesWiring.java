package dev.tradewind.queries;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.Types;
import dev.tradewind.quarkus.ChassisConfig;
import dev.tradewind.quarkus.ReturnToContext;
import dev.tradewind.queries.api.Waiting;
import dev.tradewind.queries.serving.Following;
import dev.tradewind.queries.serving.Pause;
import dev.tradewind.queries.serving.Seats;
import dev.tradewind.queries.serving.Views;
import dev.tradewind.queries.views.Names;
import dev.tradewind.queries.views.SwitchedViews;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Puts queries together. */
class QueriesWiring {

  private static final Pause PAUSE = time -> time.isPositive()
      ? ReturnToContext.afterwards(() -> Uni.createFrom().voidItem().onItem().delayIt().by(time))
      : Uni.createFrom().voidItem();

  @Produces
  @Singleton
  Types types() {
    return Contracts.TYPES;
  }

  @Produces
  @Singleton
  Views views(ChassisConfig chassis, QueriesSettings settings, DynamoDbAsyncClient client) {
    var names = new Names(chassis.prefix() + chassis.service());
    return new HomewardViews(new SwitchedViews(client, names, Duration.ofMillis(settings.lookEveryMillis())));
  }

  @Produces
  @Singleton
  Following following(Views views, InstantSource clock) {
    return new Following(views, PAUSE, clock);
  }

  @Produces
  @Singleton
  Seats seats(QueriesSettings settings) {
    return new Seats(settings.mostStreams());
  }

  @Produces
  @Singleton
  Waiting waiting(QueriesSettings settings) {
    return new Waiting(Duration.ofSeconds(settings.longestWaitSeconds()));
  }
}
