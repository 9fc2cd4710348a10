package dev.tradewind.bench;

/**
 * List prices of AWS in us-east-1, in dollars a million, as of November 2026. Deliveries from SNS to SQS cost nothing, nor does reading a provisioned
 * stream of Kinesis; a batch is one request. The pages: aws.amazon.com/dynamodb/pricing/on-demand, /sqs/pricing, /sns/pricing,
 * /kinesis/data-streams/pricing, /s3/pricing.
 */
enum Price {
  DYNAMODB_WRITE_UNIT(0.625),
  DYNAMODB_READ_UNIT(0.125),
  SQS_REQUEST(0.40),
  SNS_PUBLISH(0.50),
  /** Each started 25 KB of a record. */
  KINESIS_PUT_UNIT(0.014),
  /** And lists. */
  S3_PUT(5.0),
  S3_GET(0.40),
  /** A million GiB kept for a month. */
  S3_GIB_MONTH(23_000),
  /** A million GiB that Kinesis takes on demand, each record rounded up to 1 KiB. */
  KINESIS_ON_DEMAND_GIB_IN(80_000),
  /** A million GiB read from Kinesis on demand. */
  KINESIS_ON_DEMAND_GIB_OUT(40_000);

  private final double dollarsPerMillion;

  Price(double dollarsPerMillion) {
    this.dollarsPerMillion = dollarsPerMillion;
  }

  double dollars(double count) {
    return count * dollarsPerMillion / 1_000_000;
  }
}
