package dev.tradewind.chaos.load;

/** What is particular about an order. The names of payment methods and cities tell the stand-in provider and carrier what to do. */
enum Story {
  HAPPY(520, "tok_approved", "Hamburg", "20095"),
  POPULAR(120, "tok_approved", "Bremen", "28195"),
  SCARCE(80, "tok_approved", "Hamburg", "20095"),
  UNKNOWN_PRODUCT(20, "tok_approved", "Hamburg", "20095"),
  DECLINED(30, "tok_declined", "Hamburg", "20095"),
  CAPTURE_DECLINED(20, "tok_capture_declined", "Hamburg", "20095"),
  AUTHORIZATION_UNANSWERED(30, "tok_lost_answer", "Hamburg", "20095"),
  CAPTURE_UNANSWERED(30, "tok_capture_lost_answer", "Hamburg", "20095"),
  REFUND_FAILS_TWICE(10, "tok_refund_error", "Hamburg", "20095"),
  PROVIDER_SLOW(10, "tok_slow", "Hamburg", "20095"),
  PROVIDER_FAILS_TWICE(20, "tok_error_500", "Hamburg", "20095"),
  CARRIER_REFUSES(30, "tok_approved", "Farpoint", "00000"),
  CARRIER_UNANSWERED(20, "tok_approved", "Lostville", "20095"),
  CARRIER_SLOW(10, "tok_approved", "Slowville", "20095"),
  CARRIER_FAILS_TWICE(10, "tok_approved", "Errortown", "20095"),
  REGRETTED(40, "tok_approved", "Hamburg", "20095");

  private final int perThousand;
  private final String paymentMethod;
  private final String city;
  private final String postalCode;

  Story(int perThousand, String paymentMethod, String city, String postalCode) {
    this.perThousand = perThousand;
    this.paymentMethod = paymentMethod;
    this.city = city;
    this.postalCode = postalCode;
  }

  /** @param draw 0 to 999 */
  static Story of(int draw) {
    int below = 0;
    for (Story story : values()) {
      below += story.perThousand;
      if (draw < below) {
        return story;
      }
    }
    throw new IllegalArgumentException("draw must be from 0 to 999, and is " + draw);
  }

  String paymentMethod() {
    return paymentMethod;
  }

  String city() {
    return city;
  }

  String postalCode() {
    return postalCode;
  }
}
