package dev.tradewind.partners.carrier;

import dev.tradewind.partners.faults.Behaviour;
import dev.tradewind.partners.http.Body;
import dev.tradewind.partners.http.Problem;
import dev.tradewind.partners.ledger.Fingerprint;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a client asks to be shipped, and to where. */
record Booking(String reference, Address shipTo, List<Parcel> parcels) {

  record Address(String name, String street, String city, String postalCode, String country) {}

  record Parcel(String sku, long quantity) {}

  private static final int MOST_PARCELS = 500;
  private static final long MOST_PIECES = 1_000_000;

  static Booking of(RoutingContext ctx) {
    var body = Body.of(ctx, "reference", "shipTo", "parcels");
    var reference = body.text("reference", 255);
    var to = body.object("shipTo", "name", "street", "city", "postalCode", "country");
    var address = new Address(
        to.text("name", 200), to.text("street", 200), to.text("city", 100), to.text("postalCode", 20), country(to));
    var parcels = body.objects("parcels", MOST_PARCELS, "sku", "quantity").stream()
        .map(parcel -> new Parcel(parcel.text("sku", 100), parcel.integer("quantity", 1, MOST_PIECES)))
        .toList();
    return new Booking(reference, address, parcels);
  }

  /** Why the carrier does not take it, if it does not. */
  Optional<String> refusal() {
    if (shipTo.country().equals("XX")) {
      return Optional.of("country XX is not served");
    }
    if (shipTo.postalCode().equals("00000")) {
      return Optional.of("postal code 00000 is not served");
    }
    return Optional.empty();
  }

  /** The test cities. */
  Behaviour behaviour() {
    return switch (shipTo.city()) {
      case "Slowville" -> Behaviour.SLOW;
      case "Lostville" -> Behaviour.LOSE_ANSWER;
      case "Errortown" -> Behaviour.FAIL_TWICE;
      default -> Behaviour.PLAIN;
    };
  }

  String fingerprint() {
    return Fingerprint.of(reference, shipTo.name(), shipTo.street(), shipTo.city(), shipTo.postalCode(), shipTo.country(), parcels);
  }

  private static String country(Body to) {
    var country = to.text("country", 2);
    if (!country.equals("XX") && Arrays.binarySearch(Locale.getISOCountries(), country) < 0) {
      throw Problem.invalid("shipTo.country", "must be an ISO 3166 code such as DE");
    }
    return country;
  }
}
