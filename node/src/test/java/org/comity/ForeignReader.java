package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;

/** Reads an export of a node as somebody else would: by the second implementation in examples/python, and by the schemas. */
final class ForeignReader {

    private ForeignReader() {}

    /** @param anchors as {@code verify} takes them, {@code --anchor} before each; what else stands among them is left out */
    static void holds(Path thread, List<String> anchors) throws IOException {
        var command =
                new ArrayList<>(List.of("python3", "-B", "-m", "foreign", "verify", thread.toString(), "--tables"));
        command.add(House.root()
                .resolve("proof/src/main/resources/org/comity/proof/table")
                .toString());
        for (int n = 0; n + 1 < anchors.size(); n++) {
            if (anchors.get(n).equals("--anchor")) command.addAll(anchors.subList(n, n + 2));
        }
        var process = new ProcessBuilder(command)
                .directory(House.root().resolve("examples/python").toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                .contains("\"result\": \"holds\"", "\"failed\": []");

        int acts = 0;
        try (var zip = new ZipInputStream(Files.newInputStream(thread))) {
            for (var each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                if (!each.getName().endsWith(".asice")) continue;
                assertThat(ProtocolSchemas.problemsOfAct(zip.readAllBytes()))
                        .as(each.getName())
                        .isEmpty();
                acts++;
            }
        }
        assertThat(acts).isPositive();
    }
}
