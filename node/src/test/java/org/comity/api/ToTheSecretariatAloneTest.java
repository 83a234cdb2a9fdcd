package org.comity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.casework.Correspondence;
import org.comity.procedure.Procedures;
import org.comity.procedure.file.WholeAct;
import org.comity.thread.Threads;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What is for the Secretariat's eyes goes to no State, whoever names one: the page, a forged form, a program, whatever submits a
 * draft, and a letter to a State that keeps no list.
 */
class ToTheSecretariatAloneTest extends WritingPrograms {

    /** With whom else than the Secretariat these are, each by what its file's first sentence says. */
    private static final List<String> ALSO_WITH_STATES =
            List.of("capacity-contribution", "forum-post", "session-part", "text-position", "seat");

    @Autowired
    private Procedures procedures;

    @Autowired
    private Correspondence byLetter;

    @Test
    void what_the_secretariat_is_asked_is_asked_of_nobody_else_but_where_that_was_decided() {
        assertThat(procedures.begun().stream().map(it -> procedures.ofLaw(it).orElseThrow()))
                .filteredOn(it -> it.table().admits(it.opener().other(), ParticipantKind.SECRETARIAT))
                .isNotEmpty()
                .filteredOn(it -> it.table().admits(it.opener().other(), ParticipantKind.CONTACT_POINT))
                .extracting(it -> it.law())
                .isSubsetOf(ALSO_WITH_STATES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "capacity-need",
                "capacity-offer",
                "capacity-activity",
                "provider-card",
                "practice-record",
                "common-figures",
                "legislation",
                "reporting-points"
            })
    void no_State_is_offered_nor_taken(String law) throws Exception {
        assertThat(page("duty-officer", "/requests/new/" + law, "en"))
                .doesNotContain("value=\"XB-1\"", "value=\"XD-1\"");
        assertThat(answered(200, "duty-officer", post("/requests/new/" + law).param("counterpart", "XB-1")))
                .contains("f-counterpart-problem");

        var forged = json(
                token("maren"),
                "/drafts",
                "{\"procedure\":\"%s/1\",\"counterpart\":\"XB-1\",\"body\":{}}".formatted(law),
                400);
        assertThat(forged).contains("counterpart");

        var maren = official("maren");
        var draft =
                drafts.start(law + "/1", "submit", Role.REQUESTING, "XB-1", null, Map.of("instrument", "uncc"), maren);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> drafts.submit(draft.id(), draft.version(), maren))
                .satisfies(it -> assertThat(it.code()).isEqualTo("compose.wrong-kind"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"capacity-offer", "practice-record"})
    void nor_does_a_State_that_keeps_no_list_record_one_that_came_by_letter(String law) {
        var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        var arrived = new Correspondence.Arrived(Channel.MAIL, yesterday, "", "", null);
        assertThatExceptionOfType(Threads.Refused.class)
                .isThrownBy(() -> byLetter.recordRequest(
                        law + "/1",
                        "XD-1",
                        WholeAct.of(law + "/1", "submit", Map.of()).body(),
                        arrived,
                        official("maren")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("wrong-kind"));
    }
}
