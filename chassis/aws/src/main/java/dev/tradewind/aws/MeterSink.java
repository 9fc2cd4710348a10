package dev.tradewind.aws;

/** Where an {@link AwsMeter} counts. Called from many threads; it must not throw and must not block. */
public interface MeterSink {

  /** One HTTP request was sent; a request that the client repeats counts each time, as it does on the bill. */
  void request(String service, String operation);

  /** Read capacity units, of which a table reports halves. */
  void readUnits(String table, double units);

  /** Write capacity units. A write that fails its condition is billed too, but reports nothing. */
  void writeUnits(String table, double units);

  /** Records that a stream of Kinesis took, and those it refused, of one request. */
  void records(String stream, int taken, int refused);
}
