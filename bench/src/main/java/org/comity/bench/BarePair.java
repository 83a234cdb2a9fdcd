package org.comity.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.comity.bench.bare.BareDoor;
import org.comity.bench.bare.BareSender;

/** Bare phase4: a sender and a door, each a process of its own, started like the nodes. */
final class BarePair implements AutoCloseable {

    private final Process door;
    private final Process sender;
    private final BufferedReader answers;
    private final Writer orders;

    /**
     * @param home of a practice network, for two participants' keys
     * @param payload what each message carries
     */
    BarePair(Path home, Path payload, int atOnce) throws IOException {
        int port = BenchNetwork.freePort();
        var from = home.resolve("xa-1/keys").toString();
        var to = home.resolve("xb-1/keys").toString();
        var log = home.resolve("bare.log");
        door = start(log, BareDoor.class, to, Integer.toString(port));
        line(door.inputReader());
        sender = start(
                log, BareSender.class, from, to, Integer.toString(port), payload.toString(), Integer.toString(atOnce));
        answers = sender.inputReader();
        orders = new OutputStreamWriter(sender.getOutputStream(), StandardCharsets.US_ASCII);
    }

    /** @return messages a second */
    double send(int count) throws IOException {
        orders.write(count + "\n");
        orders.flush();
        return count * 1e9 / Long.parseLong(line(answers));
    }

    List<ProcessHandle> processes() {
        return List.of(sender.toHandle(), door.toHandle());
    }

    private static Process start(Path log, Class<?> main, String... arguments) throws IOException {
        var line = new ArrayList<>(JavaProgram.whole());
        line.add(main.getName());
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static String line(BufferedReader from) throws IOException {
        var line = from.readLine();
        if (line == null) {
            throw new IOException("bare phase4 ended; see bare.log in the network's folder");
        }
        return line;
    }

    @Override
    public void close() {
        sender.destroy();
        door.destroy();
    }
}
