package org.comity.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.comity.House;
import org.junit.jupiter.api.Test;

/** Nobody at a terminal reads a code, a bare name of a file, or null. */
class CommandFailureTest {

    private static final Pattern CODE = Pattern.compile("super\\(\\s*\"([a-z-]+\\.[a-z-]+)\"");

    @Test
    void a_file_that_fails_is_named_with_what_is_wrong_with_it() {
        assertThat(CommandFailure.told(new UncheckedIOException(new NoSuchFileException("/a/root.json"))))
                .isEqualTo("Not done: /a/root.json is not there. Check the path.");
        assertThat(CommandFailure.told(
                        new IllegalStateException("Key store", new AccessDeniedException("/a/seal.p12"))))
                .isEqualTo("Not done: /a/seal.p12 may not be read or written by this user.");
        assertThat(CommandFailure.told(new FileSystemException("/a/b", null, "Is a directory")))
                .isEqualTo("Not done: /a/b: Is a directory");
        assertThat(CommandFailure.told(new IOException("No space left on device")))
                .contains("the disk is full");
    }

    @Test
    void an_address_at_which_nothing_answers_and_what_says_nothing_of_itself_are_sentences() {
        assertThat(CommandFailure.told(new ConnectException()))
                .startsWith("Not done: nothing answers at that address.")
                .doesNotContain("null");
        assertThat(CommandFailure.told(new IllegalStateException()))
                .isEqualTo("Not done: something failed (java.lang.IllegalStateException).");
    }

    @Test
    void a_rule_has_the_words_of_the_pages_and_its_code_where_there_are_none() {
        assertThat(CommandFailure.told(new Broken("ceremony.already-made", Map.of("participant", "XA-1"))))
                .startsWith("Refused: This folder already holds the keys of XA-1.");
        assertThat(CommandFailure.told(new Broken("never.heard-of", Map.of("id", "XA-1"))))
                .isEqualTo("Refused: never.heard-of {id=XA-1}");
    }

    @Test
    void every_rule_of_what_a_command_uses_has_a_sentence() throws IOException {
        var codes = new TreeSet<String>();
        for (var room : new String[] {"sealing", "directory", "vocabulary/StateParty.java"}) {
            try (var files = Files.walk(
                    House.root().resolve("node/src/main/java/org/comity").resolve(room))) {
                for (var each :
                        files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    CODE.matcher(Files.readString(each)).results().forEach(it -> codes.add(it.group(1)));
                }
            }
        }
        // That of a page.
        codes.remove("revocation.forbidden");

        assertThat(codes).contains("ceremony.already-made", "directory.unknown-participant", "state.unknown");
        assertThat(codes)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(CommandFailure.told(new Broken(it, Map.of("code", "QQ"))))
                        .isNotEqualTo("Refused: %s {code=QQ}".formatted(it))
                        .doesNotContain("''"));
    }

    private static final class Broken extends RuleBroken {
        Broken(String code, Map<String, String> facts) {
            super(code, facts);
        }
    }
}
