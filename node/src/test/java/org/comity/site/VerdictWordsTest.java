package org.comity.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.comity.proof.CheckCodes;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.MissingPiece;
import org.junit.jupiter.api.Test;

/** Whatever the command may say of a file, the page has words for it. */
class VerdictWordsTest {

    private static final Map<String, String> FILES =
            Map.of("en", "site_en", "ar", "site_ar", "fr", "parts/verify_fr", "es", "parts/verify_es");

    @Test
    void each_result_has_its_words_in_each_language_of_the_page() throws IOException {
        for (var language : FILES.keySet()) {
            assertThat(Arrays.stream(Verdict.Result.values())
                            .map(it -> "site.verdict."
                                    + it.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                    .as(language)
                    .allSatisfy(it ->
                            assertThat(words(language).stringPropertyNames()).contains(it, it + ".about"));
        }
    }

    /** What was checked is said in the language of the page; the program's own English sentence stands behind it. */
    @Test
    void each_code_has_its_words_in_each_language_of_the_page() throws IOException {
        var topics = CheckCodes.all().stream()
                .map(it -> "site.check." + new VerdictView.Check("file", it, "held", "", null).topic())
                .toList();
        for (var language : FILES.keySet()) {
            assertThat(words(language).stringPropertyNames()).as(language).containsAll(topics);
        }
    }

    @Test
    void each_piece_that_may_be_missing_has_its_words_in_each_language_of_the_page() throws IOException {
        var pieces = Arrays.stream(MissingPiece.Kind.values())
                .map(it -> "site.missing." + it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        for (var language : FILES.keySet()) {
            assertThat(words(language).stringPropertyNames()).as(language).containsAll(pieces);
        }
    }

    @Test
    void that_nobody_else_speaks_for_a_register_may_come_of_what_was_deleted() {
        var deleted = new VerdictView.Check("acts/1.json", "seal", "deleted", "", null);
        var others = new VerdictView.Check("thread.json", "only-envelopes", "not-checked", "", null);

        assertThat(new VerdictView("keeper-alone", true, List.of(deleted, others)).aloneByDeletion())
                .isTrue();
        assertThat(new VerdictView("keeper-alone", true, List.of(deleted)).aloneByDeletion())
                .as("its own acts, or a thread of two")
                .isFalse();
        assertThat(new VerdictView("holds-except-deleted", true, List.of(deleted)).aloneByDeletion())
                .isFalse();
    }

    @Test
    void what_was_found_of_one_act_or_entry_stands_together_under_a_name() {
        var act = "ab".repeat(32);
        var seats = "0b7e1c52-3f0e-4c53-9a55-0000000000a1";
        var view = new VerdictView(
                "holds",
                true,
                Stream.of(
                                "acts/" + act + ".asice",
                                "register/000012.json",
                                "acts/" + act + ".asice",
                                "entry 12",
                                "act " + act,
                                "seats/" + seats + ": entry 1",
                                "thread.json",
                                "register",
                                "file.asice",
                                "bagit.txt")
                        .map(it -> new VerdictView.Check(it, "act", "held", "", null))
                        .toList());

        assertThat(view.groups("failed")).isEmpty();
        assertThat(view.groups("held"))
                .extracting(it ->
                        "%s %s %d".formatted(it.label(), it.id(), it.checks().size()))
                .containsExactly(
                        "act abababab 2",
                        "entry 12 1",
                        "entry 12 1",
                        "act abababab 1",
                        "seats 0b7e1c52 1",
                        "thread  1",
                        "register  1",
                        "file  1",
                        "other  1");
        assertThat(view.groups("held"))
                .filteredOn(it -> it.label().equals("entry"))
                .as("“entry 12” says on an Arabic page what its heading says in Arabic")
                .extracting(VerdictView.Group::namedApart)
                .containsExactly(true, false);
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        try (var in = Files.newBufferedReader(
                Path.of("src/main/resources/messages/%s.properties".formatted(FILES.get(language))))) {
            words.load(in);
        }
        return words;
    }
}
