package dev.tradewind.localcloud;

import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code Action} of a form or query string: letters only, so nothing in it needs decoding. */
final class FormAction {

  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z]+)(?:&|\\s*$)");

  private FormAction() {}

  static Optional<String> of(String form) {
    if (form == null) {
      return Optional.empty();
    }
    var matcher = ACTION.matcher(form);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
