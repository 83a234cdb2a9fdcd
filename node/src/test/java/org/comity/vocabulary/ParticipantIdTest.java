package org.comity.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.comity.House;
import org.junit.jupiter.api.Test;

/** Everybody reads one form of a participant's id: what the key ceremony takes, the node starts with and its peers find. */
class ParticipantIdTest {

    private static final Path CODE = House.root().resolve("node/src/main/java");

    @Test
    void a_state_and_its_authority() {
        assertThat(List.of("XA-1", "XA-1000", "XA-Court2")).allMatch(it -> it.matches(ParticipantId.FORM));
        assertThat(List.of("XA", "XA-", "xa-1", "XAB-1", "XA-1.2", "XA-" + "1".repeat(21)))
                .noneMatch(it -> it.matches(ParticipantId.FORM));
        assertThat(List.of("XA-1", "XZ-Court2")).allMatch(it -> it.matches(ParticipantId.MADE_UP));
        assertThat("NZ-1").doesNotMatch(ParticipantId.MADE_UP);
    }

    @Test
    void nobody_writes_the_form_anew() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            assertThat(files.filter(it -> it.toString().endsWith(".java"))
                            .filter(ParticipantIdTest::writesIt)
                            .map(it -> it.getFileName().toString()))
                    .containsExactly("ParticipantId.java");
        }
    }

    private static boolean writesIt(Path file) {
        try {
            var code = Files.readString(file);
            return code.contains("[A-Z]{2}-[A-Za-z0-9]")
                    || code.contains("[A-Z]{2}-[0-9]{1,3}")
                    || code.contains("X[A-Z]-[0-9]");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
