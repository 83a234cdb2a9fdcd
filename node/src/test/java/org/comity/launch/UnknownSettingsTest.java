package org.comity.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.comity.directory.PracticeNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A slip in the name of a setting stops the start and is named, with what was meant. */
class UnknownSettingsTest {

    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "node.tas.url,node.tsa.url",
        "node.as4.prot,node.as4.port",
        "node.sign-in.tokn,node.sign-in.token",
        "node.safegards.assurances.XB[0],node.safeguards.assurances.*",
        "node.alarm.steps[0].whom,node.alarm.steps.who",
        "operator.two-person,operator.two-persons",
        "node.lettters.signatories.central-authority.name,node.letters.signatories.*.name"
    })
    void a_key_that_nothing_reads_is_refused_with_the_nearest(String key, String meant) throws IOException {
        var config = config(key + ": 1");

        assertThatExceptionOfType(CommandStopped.class)
                .isThrownBy(() -> UnknownSettings.refuse(config))
                .withMessageContaining("sets what nothing reads: " + key + " (is it " + meant + "?).");
    }

    @Test
    void what_is_like_nothing_is_named_alone_and_all_of_them_at_once() throws IOException {
        var config = config("node:\n  xyzzy: 1\n  tas.url: x\n  alarm: 5m\n");

        assertThatExceptionOfType(CommandStopped.class)
                .isThrownBy(() -> UnknownSettings.refuse(config))
                .withMessageContaining("reads: node.xyzzy; node.tas.url (is it node.tsa.url?); node.alarm. Every");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node.secondPerson.id: b",
                "node.second-person:",
                "node.alarm.steps: []",
                "node.alarm:\n  steps:\n    - { who: contact-point, after: 3m, mail: [a@xa.example] }",
                "node.alarm:\n  steps:\n    - { who: contact-point, after: 3m, mail: a@xa.example }",
                "node.letterhead.lines:\n  en: [One, Two]",
                "node.letters.signatories.central-authority.function.en: Head",
                "node.safeguards.assurances:\n  XB: [death-penalty]",
                "node.seats.opens: capacity-need,capacity-offer",
                "node.evidence.s3:",
                "operator:\n  people:\n    a.person: '{bcrypt}x'",
                "spring.datasource.url: jdbc:postgresql://localhost/comity",
                "nodes.ours: no"
            })
    void what_is_read_is_taken_however_it_is_written(String text) throws IOException {
        var config = config(text);

        assertThatNoException().isThrownBy(() -> UnknownSettings.refuse(config));
    }

    @Test
    void the_configurations_that_we_write_and_our_own_defaults_hold_nothing_else() throws IOException {
        var network = PracticeNetwork.lay(folder.resolve("network"), 3, 18440);

        for (var node : network.nodes()) {
            assertThatNoException().isThrownBy(() -> UnknownSettings.refuse(node.config()));
        }
        assertThatNoException()
                .isThrownBy(() -> UnknownSettings.refuse(Path.of("src/main/resources/application.yaml")));
    }

    @Test
    void what_the_guides_show_may_be_copied() throws IOException {
        var shown = new ArrayList<String>();
        try (var guides = Files.walk(Path.of("../docs"))) {
            for (var guide : guides.filter(it -> it.toString().endsWith(".md")).toList()) {
                YAML.matcher(Files.readString(guide))
                        .results()
                        .map(it -> it.group(1).stripIndent())
                        .forEach(shown::add);
            }
        }
        assertThat(shown).hasSizeGreaterThan(5);

        for (var text : shown) {
            var config = config(text);
            assertThatNoException().as(text).isThrownBy(() -> UnknownSettings.refuse(config));
        }
    }

    private Path config(String text) throws IOException {
        return Files.writeString(folder.resolve("node.yaml"), text + "\n");
    }
}
