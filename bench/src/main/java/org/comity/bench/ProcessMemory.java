package org.comity.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Measures what processes hold in memory, in MB, as Linux counts it. */
final class ProcessMemory {

    private ProcessMemory() {}

    /** Resident now. */
    static long resident(ProcessHandle process) {
        return kilobytes(process, "status", "VmRSS") / 1024;
    }

    /** The most that was ever resident. */
    static long most(ProcessHandle process) {
        return kilobytes(process, "status", "VmHWM") / 1024;
    }

    /** A node's database: what its processes share is counted once. */
    static long below(ProcessHandle process) {
        return process.descendants()
                        .mapToLong(it -> kilobytes(it, "smaps_rollup", "Pss"))
                        .sum()
                / 1024;
    }

    private static long kilobytes(ProcessHandle process, String file, String field) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file)).stream()
                    .map(it -> it.split("\\s+"))
                    .filter(it -> Arrays.asList(it).getFirst().equals(field + ":"))
                    .mapToLong(it -> Long.parseLong(it[1]))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
