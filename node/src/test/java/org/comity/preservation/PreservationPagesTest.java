package org.comity.preservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.Composition;
import org.comity.procedure.Composition.PageField;
import org.comity.procedure.file.PracticeFiles;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;

/** What the pages of a request for preservation ask and point out, by the instrument that governs it. */
class PreservationPagesTest {

    private static final Words WORDS = WordsForTests.load();

    private final Composition pages = pages();

    @Test
    void what_an_emergency_leaves_out_can_follow_and_is_nothing_that_it_lacks() {
        var body = new HashMap<>(pages.empty());
        body.put("identifiers", List.of(Map.of("kind", "mail", "value", "a@mail.example", "time", "", "zone", "")));
        assertThat(pages.checks(body, Language.ENGLISH))
                .filteredOn(it -> it.label().startsWith("c. "))
                .singleElement()
                .satisfies(it -> assertThat(it.missing()).isNotEmpty());

        body.putAll(Map.of("emergency", true, "emergencyReason", "A child is missing."));

        assertThat(pages.checks(body, Language.ENGLISH))
                .filteredOn(it -> it.label().startsWith("c. "))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.missing()).isEmpty();
                    assertThat(it.asked()).isFalse();
                    assertThat(it.settled()).isFalse();
                });
        assertThat(pages.gaps(body)).contains("facts", "data-classes", "intent").doesNotContain("ip-time");
    }

    @Test
    void a_penalty_is_asked_only_where_it_makes_a_difference() {
        assertThat(asked("uncc")).contains("scope", "penaltyMonths", "facts");
        assertThat(asked("budapest")).contains("facts").doesNotContain("scope", "penaltyMonths");
    }

    /** A request that others write too has no key more than before where nothing is said under it. */
    @Test
    void what_was_added_later_stands_there_only_where_it_is_said() {
        assertThat(pages.empty()).doesNotContainKeys("scope", "penaltyMonths", "callBack", "completeBy", "continues");
    }

    private List<String> asked(String instrument) {
        return pages.fields(Map.of("instrument", instrument), "offence", Language.ENGLISH).stream()
                .map(PageField::key)
                .toList();
    }

    private static Composition pages() {
        var self = mock(Participant.class);
        when(self.functions()).thenReturn(Map.of("contact-point", "Contact point of Aldoria"));
        var directory = mock(Directory.class);
        when(directory.self()).thenReturn(self);
        return PracticeFiles.pages(Preservation.ID, directory, WORDS);
    }
}
