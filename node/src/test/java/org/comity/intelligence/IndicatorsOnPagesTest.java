package org.comity.intelligence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.intelligence.stix.ReadingBundlesTest.bundle;
import static org.comity.intelligence.stix.ReadingBundlesTest.marked;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import org.comity.casework.BeforeForgetting;
import org.comity.intelligence.stix.ReadingBundlesTest;
import org.comity.ledger.Ledger;
import org.comity.procedure.file.OfficersByLetter;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A STIX bundle that goes with an act is offered to be read, whatever its name, and read on a page of its own. */
class IndicatorsOnPagesTest extends OfficersByLetter {

    private static final byte[] BUNDLE = bundle(
            marked(
                    "1",
                    "\"name\": \"C2 <b>\", \"object_marking_refs\": [\"marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421\"]"),
            marked("2", "\"confidence\": 200"));

    @Autowired
    private BundleRows rows;

    @Autowired
    private Ledger ledger;

    @Test
    void a_bundle_is_offered_and_read_while_it_is_written_and_once_it_was_sent() throws Exception {
        var draft = told();
        drafts.attach(draft, "list of c2.txt", "text/plain", BUNDLE, official("maren"));
        drafts.attach(
                draft, "stix.json", "application/json", "{\"type\": \"report\"}".getBytes(UTF_8), official("maren"));

        var written = "/drafts/" + draft + "/indicators/list%20of%20c2.txt";
        assertThat(page("duty-officer", "/drafts/" + draft + "/preview", "en"))
                .contains(written)
                .doesNotContain("indicators/stix.json");
        assertThat(page("duty-officer", written, "en"))
                .contains("203.0.113.7", "C2 &lt;b&gt;", "TLP:AMBER", "IP address", "/confidence", "outside the range")
                .doesNotContain("href=\"203", "intelligence.");
        assertThat(page("duty-officer", written, "ar")).contains("عنوان IP").doesNotContain("intelligence.");
        assertThat(code("duty-officer", "/drafts/" + draft + "/indicators/stix.json"))
                .isEqualTo(404);

        var row = opened(approved(submit(drafts.get(draft)), "tolva"));
        var act = threads.opening(row.thread()).orElseThrow();
        var sent = "/requests/" + row.address() + "/acts/" + act.id() + "/indicators/list%20of%20c2.txt";
        assertThat(page("duty-officer", "/requests/" + row.address(), "en"))
                .contains(sent)
                .doesNotContain("indicators/stix.json");
        assertThat(page("lawyer", sent, "en")).contains("203.0.113.7");
        assertThat(ledger.lines(row.thread(), null, 50))
                .extracting(Ledger.Line::what)
                .contains("indicators.read");
        assertThat(code("administrator", sent)).isNotEqualTo(200);
        assertThat(code("duty-officer", sent.replace(act.id(), "0".repeat(64)))).isEqualTo(404);

        ((BeforeForgetting) rows).forgetting(act);
        assertThat(page("duty-officer", "/requests/" + row.address(), "en")).doesNotContain(sent);
    }

    @Test
    void what_is_typed_goes_along_and_is_saved_as_a_bundle_under_the_label_that_is_chosen() throws Exception {
        var draft = told();
        var offered = "/drafts/" + draft + "/indicators";
        assertThat(page("duty-officer", "/drafts/" + draft + "/preview", "en")).contains("\"" + offered + "\"");
        assertThat(page("duty-officer", offered, "ar")).doesNotContain("intelligence.");
        assertThat(answered(200, "duty-officer", post(offered).param("light", "purple")))
                .contains("Choose how far");
        redirected("duty-officer", post(offered).param("light", "green"));
        assertThat(page("duty-officer", "/drafts/" + draft + "/indicators/indicators.json", "en"))
                .contains("203.0.113.9", "TLP:GREEN", "XA-1");

        var row = opened(approved(submit(drafts.get(draft)), "tolva"));
        var save = "/requests/" + row.address() + "/indicators";
        assertThat(page("second-officer", "/requests/" + row.address(), "en")).contains("\"" + save + "\"");
        assertThat(page("duty-officer", save, "en"))
                .contains("1 identifier goes")
                .containsPattern("value=\"amber\" checked");
        assertThat(page("duty-officer", save, "ar")).doesNotContain("intelligence.");
        assertThat(answered(200, "duty-officer", post(save))).contains("Choose how far");
        var saved = answered(200, "duty-officer", post(save).param("light", "amber-strict"));
        assertThat(ReadingBundlesTest.values(saved)).containsExactly("203.0.113.9");
        assertThat(saved).contains("TLP:AMBER+STRICT");
        assertThat(ledger.lines(row.thread(), null, 50))
                .extracting(Ledger.Line::what)
                .contains("indicators.exported");
        assertThat(web.perform(post(save).param("light", "amber").with(csrf()).cookie(seat("administrator")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("203.0.113.9");
    }

    /** Where nothing is told unasked, nothing is offered. */
    @Test
    void a_request_has_no_bundle_to_attach() throws Exception {
        var draft =
                drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, ordinary(), official("maren"));

        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/preview", "en"))
                .doesNotContain("/indicators");
        assertThat(code("duty-officer", "/drafts/" + draft.id() + "/indicators"))
                .isEqualTo(404);
    }

    /** @return the draft of information told unasked, which can be sent as it is */
    private String told() {
        var body = Map.<String, Object>of(
                "instrument", "uncc",
                "authority", "Cyber Unit",
                "matter", "Servers of one botnet",
                "about", "offence",
                "how", "given",
                "information", "These servers command it.",
                "identifiers",
                        List.of(Map.of(
                                "kind", "ip", "value", "203.0.113.9", "time", "2026-01-01T10:00:00", "zone", "UTC")),
                "limits", "none");
        var maren = official("maren");
        var draft = drafts.start("spontaneous/1", "inform", Role.REQUESTED, "XD-1", null, body, maren);
        return drafts.save(draft.id(), draft.version(), body, Map.of("how", "given", "limits", "none"), maren)
                .id();
    }
}
