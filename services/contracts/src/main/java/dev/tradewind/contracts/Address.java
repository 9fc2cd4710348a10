package dev.tradewind.contracts;

import dev.tradewind.core.Check;
import java.util.regex.Pattern;

/**
 * Where a parcel goes.
 *
 * @param country ISO 3166-1 alpha-2 code, two capital letters
 */
public record Address(String name, String street, String city, String postalCode, String country) {

  private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

  public Address {
    Check.notBlank(name, "name");
    Check.notBlank(street, "street");
    Check.notBlank(city, "city");
    Check.notBlank(postalCode, "postalCode");
    Check.that(country != null && CODE.matcher(country).matches(), "country must be two capital letters, but is '%s'", country);
  }
}
