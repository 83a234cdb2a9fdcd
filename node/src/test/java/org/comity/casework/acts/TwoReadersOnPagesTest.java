package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.comity.assistance.ByLetter;
import org.comity.casework.DomesticFile;
import org.comity.casework.Officers;
import org.comity.casework.acts.SafeguardSettings.SecondReader;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** A duty officer and a second officer read for discrimination, each on their pages, and the answer leaves. */
class TwoReadersOnPagesTest extends Officers {

    private static final String NOBODY = "Nobody has recorded that discrimination was considered.";
    private static final String ONE = "One officer alone has recorded that discrimination was considered.";

    @Autowired
    private DomesticFile file;

    @Autowired
    private WhoApproves who;

    @Autowired
    private Procedures procedures;

    @Autowired
    private ByLetter letters;

    private RequiringTwoReaders asked;

    @BeforeEach
    void where_our_state_asks_for_it() {
        asked = new RequiringTwoReaders(file, who, procedures, new SafeguardSettings(SecondReader.REQUIRE, Map.of()));
    }

    @Test
    void a_duty_officer_and_a_second_officer_are_the_two() throws Exception {
        var reference = letters.opens("preservation/1", "XD-1", ordinary());
        var request = "/requests/" + reference;
        var written = written(reference);
        refused("safeguards.first-reader", () -> asked.check(written));
        assertThat(page("duty-officer", "/drafts/" + written.id() + "/preview", "en"))
                .contains(NOBODY, "You decide.");

        redirected("duty-officer", line(request));
        asked.check(written);
        var draft = drafts.submit(written.id(), written.version(), official("maren"));
        refused("safeguards.second-reader", () -> asked.check(draft));
        var decision = "/drafts/" + draft.id() + "/approve";
        assertThat(page("second-officer", decision, "en")).contains(ONE);

        answered(403, "custodian", line(request));
        answered(403, "magistrate", line(request));
        assertThat(page("second-officer", request, "en"))
                .contains("value=\"CONSIDERED_DISCRIMINATION\"", "by one officer; a second one adds a line, too");
        redirected("second-officer", line(request));
        assertThatCode(() -> asked.check(draft)).doesNotThrowAnyException();
        assertThat(page("second-officer", decision, "en")).doesNotContain(NOBODY, ONE);
        redirected("second-officer", post(decision).param("method", "practice").param("once", token()));

        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.SENT);
    }

    /** A review comes from the Secretariat, a need goes to it. */
    @Test
    void what_the_secretariat_or_a_body_may_stand_in_is_not_asked() {
        assertThat(procedures.all())
                .filteredOn(KnownProcedure::statesAlone)
                .extracting(KnownProcedure::law)
                .contains("preservation", "assistance", "extradition", "spontaneous", "consultation")
                .doesNotContain("capacity-need", "capacity-offer", "capacity-item", "legislation", "state-review");
    }

    private static MockMultipartHttpServletRequestBuilder line(String request) {
        return multipart(request + "/file")
                .param("kind", "CONSIDERED_DISCRIMINATION")
                .param("text", "Read for it.");
    }

    private Draft written(String reference) {
        var maren = official("maren");
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var thread = requests.find(reference).orElseThrow().thread();
        var report = Map.<String, Object>of("preservedAt", now.toString(), "kept", "logs");
        var begun = drafts.start("preservation/1", "report-preserved", Role.REQUESTED, "XD-1", thread, report, maren);
        var until = Map.of("until", now.plus(Duration.ofDays(90)).toString());
        return drafts.save(begun.id(), begun.version(), report, until, maren);
    }
}
