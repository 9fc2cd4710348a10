package dev.tradewind.bench;

/** List prices of AWS in us-east-1, in dollars a million. Deliveries from SNS to SQS cost nothing; a batch is one request. */
enum Price {
  DYNAMODB_WRITE_UNIT(0.625),
  DYNAMODB_READ_UNIT(0.125),
  SQS_REQUEST(0.40),
  SNS_PUBLISH(0.50);

  private final double dollarsPerMillion;

  Price(double dollarsPerMillion) {
    this.dollarsPerMillion = dollarsPerMillion;
  }

  double dollars(double count) {
    return count * dollarsPerMillion / 1_000_000;
  }
}
