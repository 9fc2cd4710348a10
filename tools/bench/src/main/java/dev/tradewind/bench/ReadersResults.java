package dev.tradewind.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradewind.bench.Latencies.Percentiles;
import dev.tradewind.bench.Results.ProcessShare;
import java.util.List;

/**
 * Everything the bench found of those who read the events, as it goes into results.json.
 *
 * @param commit of the code, with {@code +} when files differ from it
 * @param command that does it again
 * @param load load average of the machine just before, over a minute; 0 when the system does not say
 * @param runs each on fresh processes
 */
record ReadersResults(String date, String commit, String command, Machine machine, double load, List<Measured> runs) {

  /**
   * One run. Times in milliseconds, under steady load.
   *
   * @param run 1 for the first
   * @param keptUp whether the platform kept up with that many orders
   * @param viewWaited from an order's first commit until a client that waits for its view has read it
   * @param viewHeard from a later commit until a client that follows the order has heard of it
   * @param archived from any commit of any service until its object was listed
   * @param records of the log
   * @param costPerOrder what an order takes of AWS, by part
   * @param processes memory, and processor time an order
   * @param replays at each length of the archive
   * @param ordersInAll confirmed and delivered, each captured once
   */
  record Measured(int run, int ratePerSecond, long seconds, boolean keptUp, Percentiles viewWaited, Percentiles viewHeard, Percentiles archived,
      ArchivedCommits.Sizes records, Parts costPerOrder, List<ProcessShare> processes, List<Replayed> replays, long ordersInAll) {}

  /**
   * What an order takes of AWS, apart from what clients read.
   *
   * @param services the four that carry it to its end, without what they put into the log
   * @param log what all services put into it
   * @param archive reading the log, and writing it to S3
   * @param views hearing what orders tell, and writing it down
   * @param archivedBytes that the archive grows by
   */
  record Parts(Cost services, Cost log, Cost archive, Cost views, double archivedBytes) {}

  /**
   * One rebuild of all views.
   *
   * @param archived commits of all services in the archive, each of which was read
   * @param commits those of the orders service, each of which was parsed
   * @param events what they told of orders, each of which counts for a view
   * @param written views that were written
   * @param seconds from the moment the archive was complete until the new views served
   * @param heapMiB what was in use on the heap, at most; 0 when it took less than four seconds
   * @param cpuSeconds processor time of the replay, its start included
   * @param cloudCpuSeconds processor time of what stands in for S3 and DynamoDB
   */
  record Replayed(long archived, long commits, long events, long written, double seconds, long heapMiB, double cpuSeconds,
      double cloudCpuSeconds) {

    @JsonProperty
    double eventsPerSecond() {
      return Math.round(events / seconds);
    }

    @JsonProperty
    double archivedPerSecond() {
      return Math.round(archived / seconds);
    }
  }

  /** Where and when. */
  Circumstances circumstances() {
    return new Circumstances(date, commit, command, machine, load);
  }
}
