package dev.tradewind.queries;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.Types;
import dev.tradewind.quarkus.ChassisConfig;
import dev.tradewind.quarkus.ReturnToContext;
import dev.tradewind.queries.api.Waiting;
import dev.tradewind.queries.serving.Bell;
import dev.tradewind.queries.serving.Following;
import dev.tradewind.queries.serving.Pause;
import dev.tradewind.queries.serving.Seats;
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

  @Produces
  @Singleton
  Types types() {
    return Contracts.TYPES;
  }

  @Produces
  @Singleton
  Bell views(ChassisConfig chassis, QueriesSettings settings, DynamoDbAsyncClient client) {
    var names = new Names(chassis.prefix() + chassis.service());
    return new Bell(new HomewardViews(new SwitchedViews(client, names, Duration.ofMillis(settings.lookEveryMillis()))));
  }

  @Produces
  @Singleton
  Following following(Bell views, InstantSource clock) {
    Pause pause = (orderId, time) -> time.isPositive()
        ? ReturnToContext.afterwards(() -> Uni.combine().any().of(
            views.rung(orderId), Uni.createFrom().voidItem().onItem().delayIt().by(time)))
        : Uni.createFrom().voidItem();
    return new Following(views, pause, clock);
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
