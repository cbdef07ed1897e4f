package io.paperflow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a process has used since it started.
 *
 * @param cpuSeconds of all its threads
 * @param peakMegabytes the largest resident set, {@code VmHWM} of {@code /proc/PID/status}
 */
record ProcessUse(double cpuSeconds, long peakMegabytes) {

  static final ProcessUse NONE = new ProcessUse(0, 0);

  /** Of a process; empty when it is gone. */
  static Optional<ProcessUse> of(long pid) {
    Optional<Duration> cpu =
        ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration());
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst()
          .flatMap(peak -> cpu.map(used -> new ProcessUse(used.toMillis() / 1e3, peak)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** CPU since an earlier moment, and the peak until now. */
  ProcessUse since(ProcessUse earlier) {
    return new ProcessUse(cpuSeconds - earlier.cpuSeconds, peakMegabytes);
  }
}
