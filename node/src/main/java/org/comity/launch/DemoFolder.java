package org.comity.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.comity.directory.PracticeNetwork;

/** The folder of a practice network: it carries a mark, and without that nothing is laid or removed in it. */
record DemoFolder(Path home) {

    /** Held while a network runs from this folder. */
    static final String LOCK = "demo.lock";

    private static final String MARK = "practice-network";
    private static final String FIRST_LINE =
            "A practice network of Comity: ./comity demo lays and removes what is in this folder.";

    /** One that was laid before there was a mark has this file. */
    private static final String BEFORE_MARKS = "operator/operator.yaml";

    /** @throws CommandStopped where it holds something and is no practice network's */
    void refuseOthers() throws IOException {
        if (!empty() && !ours()) {
            throw new CommandStopped(
                    "The folder %s holds something else than a practice network. Nothing was changed. Name a new one: ./comity demo --home FOLDER"
                            .formatted(home));
        }
    }

    void mark() throws IOException {
        Files.writeString(home.resolve(MARK), FIRST_LINE + "\n");
    }

    /** Removes what the demo laid. Whatever else lies there stays. */
    void clear() throws IOException {
        refuseOthers();
        var laid = Stream.concat(
                PracticeNetwork.FOLDERS.stream(),
                Stream.of("lives", "practice-desk.clock", "practice-desk.clock.next"));
        for (var each : laid.map(home::resolve).toList()) {
            delete(each);
        }
    }

    private boolean empty() throws IOException {
        if (!Files.exists(home)) {
            return true;
        }
        try (var found = Files.list(home)) {
            return found.allMatch(it -> it.endsWith(LOCK));
        }
    }

    private boolean ours() throws IOException {
        return firstLine(home.resolve(MARK)).equals(FIRST_LINE)
                || firstLine(home.resolve(BEFORE_MARKS)).equals(PracticeNetwork.FIRST_LINE);
    }

    private static String firstLine(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        }
    }

    private static void delete(Path each) throws IOException {
        if (Files.notExists(each)) {
            return;
        }
        try (var files = Files.walk(each)) {
            files.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
        }
    }
}
