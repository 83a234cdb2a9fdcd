package org.comity.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One of our ends as a process of its own, with the heap that was asked for. */
final class TransferEnd implements AutoCloseable {

    /** Megabytes that the measured processes may use, where nothing else is said. */
    static final int HEAP = 256;

    private final Process process;
    private final BufferedReader answers;

    private TransferEnd(List<String> around, int megabytes, String... arguments) throws IOException {
        var line = new ArrayList<>(around);
        line.addAll(JavaProgram.small(TransferPass.class, megabytes));
        line.addAll(Arrays.asList(arguments));
        process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        answers = process.inputReader();
    }

    /** What is given out, and where. */
    record Serving(int port, String root, long size) {}

    private Serving given = new Serving(0, "", 0);

    static TransferEnd giver(List<String> around, Path keys, Path payload) throws IOException {
        return giving(new TransferEnd(around, HEAP, "give", keys.toString(), payload.toString()));
    }

    /** Of an item that is made as it is read; its list lies in {@code folder}. */
    static TransferEnd generator(Path keys, Path folder, int megabytes, long seed, int heap) throws IOException {
        return giving(new TransferEnd(
                List.of(),
                heap,
                "generate",
                keys.toString(),
                folder.toString(),
                Integer.toString(megabytes),
                Long.toString(seed)));
    }

    private static TransferEnd giving(TransferEnd end) throws IOException {
        var words = end.answer().split("\t");
        end.given = new Serving(Integer.parseInt(words[0]), words[1], Long.parseLong(words[2]));
        return end;
    }

    static TransferEnd taker(List<String> around, Path keys) throws IOException {
        return new TransferEnd(around, HEAP, "take", keys.toString());
    }

    /** @param heap megabytes */
    static TransferEnd taker(Path keys, int heap) throws IOException {
        return new TransferEnd(List.of(), heap, "take", keys.toString());
    }

    Serving given() {
        return given;
    }

    /** @return seconds */
    double take(String host, int port, Serving what, Path target) throws IOException {
        begin(host, port, what, target);
        return Long.parseLong(answer()) / 1e9;
    }

    void begin(String host, int port, Serving what, Path target) throws IOException {
        say("https://%s:%d/evidence\t%s\t%d\t%s".formatted(host, port, what.root(), what.size(), target));
    }

    /** Every segment is verified, and nothing kept but the list and the journal beside {@code target}. @return seconds */
    double verify(int port, Serving what, Path target) throws IOException {
        say("https://127.0.0.1:%d/evidence\t%s\t%d\t%s\tsink".formatted(port, what.root(), what.size(), target));
        return Long.parseLong(answer()) / 1e9;
    }

    private void say(String line) throws IOException {
        var to = process.outputWriter();
        to.write(line + "\n");
        to.flush();
    }

    String answer() throws IOException {
        var line = answers.readLine();
        if (line == null) throw new IOException("the measured process ended");
        return line;
    }

    boolean said() throws IOException {
        return answers.ready();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    long residentMb() {
        return ProcessMemory.most(process.toHandle());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
