package org.comity.bench.faults;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Names what {@code kill} sends to processes. */
enum ProcessSignal {
    STOP,
    CONT;

    void to(List<ProcessHandle> processes) throws IOException, InterruptedException {
        var pids = processes.stream().map(it -> Long.toString(it.pid()));
        var line = Stream.concat(Stream.of("kill", "-" + name()), pids).toList();
        new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
