package io.paperflow.pipeline;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A partition that this instance has: first its state is read, then its leases are worked on. */
final class LeasePartition {

  private Map<String, byte[]> state = new HashMap<>();
  private List<HeldLease> leases = List.of();
  private OptionalLong end = OptionalLong.empty();
  private boolean begun;

  /** Up to where the state must be read; empty while that is not known. */
  OptionalLong end() {
    return end;
  }

  LeasePartition until(long offset) {
    end = OptionalLong.of(offset);
    return this;
  }

  boolean begun() {
    return begun;
  }

  List<HeldLease> leases() {
    return leases;
  }

  void take(ConsumerRecord<byte[], byte[]> record) {
    String key = Delivery.key(record);
    if (begun) {
      if (record.value() != null) {
        leases.forEach(lease -> lease.written(key, record.value()));
      }
    } else if (record.value() == null) {
      state.remove(key);
    } else {
      state.put(key, record.value());
    }
  }

  /** The state has been read: the leases are made of it and begin. */
  void begin(Function<Map<String, byte[]>, List<HeldLease>> make) {
    leases = make.apply(Collections.unmodifiableMap(state));
    state = Map.of();
    begun = true;
    leases.forEach(HeldLease::start);
  }
}
