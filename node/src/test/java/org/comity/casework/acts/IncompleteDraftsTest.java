package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashMap;
import java.util.Map;
import org.comity.casework.Officers;
import org.comity.procedure.Draft;
import org.comity.ui.Language;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Who submits what is not whole comes to the field that lacks something, and nothing else happens. */
class IncompleteDraftsTest extends Officers {

    @Autowired
    private ReadingDraft reading;

    @Test
    void a_request_leads_to_its_first_page_that_lacks_something() throws Exception {
        var body = new HashMap<>(ordinary());
        body.put("offence", "");
        body.put("necessity", "");
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, body, official("maren"));

        var page = redirected("duty-officer", submit(draft));

        assertThat(page).isEqualTo("/drafts/" + draft.id() + "/offence?check=true");
        assertThat(page("duty-officer", page, "en")).contains("class=\"problem\" id=\"f-offence-problem\"");
        written(draft);
    }

    @Test
    void an_answer_leads_back_to_its_own_page() throws Exception {
        var reference = preserved(70);
        var row = requests.find(reference).orElseThrow();
        var draft = drafts.start(
                "preservation/1", "ask-extension", Role.REQUESTED, "XD-1", row.thread(), Map.of(), official("maren"));

        var page = redirected("duty-officer", submit(draft));

        assertThat(page).isEqualTo("/requests/" + reference + "/ask-extension?check=true&draft=" + draft.id());
        assertThat(page("duty-officer", page, "en")).contains("class=\"problem\"");
        written(draft);
    }

    /** Each page of a request asks whether it is an emergency: what is missing there is missing once. */
    @Test
    void what_every_page_asks_is_missing_once() throws Exception {
        var draft =
                drafts.start("emergency-data/1", "request", Role.REQUESTING, "XB-1", null, Map.of(), official("maren"));

        var gaps = reading.gaps(draft, Language.ENGLISH);

        assertThat(gaps).extracting(ActView.Gap::problem).doesNotHaveDuplicates();
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/preview", "en"))
                .contains(gaps.size() + " things are missing");
    }

    @Test
    void what_is_typed_wrong_is_named_and_counted_apart() throws Exception {
        var body = new HashMap<String, Object>(emergency());
        body.put("emergency", false);
        body.put("emergencyReason", "");
        body.put("followUp", "2020-01-31");
        body.put("answerBy", "2020-01-31T10:00:00Z");
        body.put("necessity", "");
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XB-1", null, body, official("maren"));

        var gaps = reading.gaps(draft, Language.ENGLISH);

        assertThat(gaps).filteredOn(ActView.Gap::typed).hasSize(2);
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/preview", "en"))
                .contains("2 things are not right yet:", gaps.size() - 2 + " things are missing:")
                .containsPattern("Answer[^<:]*: This time is over already");
    }

    @Test
    void a_field_that_is_needed_at_times_says_when_and_is_not_called_optional() throws Exception {
        var page = page("duty-officer", "/requests/" + preserved(70) + "/refuse", "en");

        assertThat(page)
                .containsPattern("The ground in our words \\(needed with “[^”]+”: Other, in our words\\)")
                .doesNotContainPattern("The ground in our words[^<]*<span class=\"muted optional\"");
    }

    private static MockHttpServletRequestBuilder submit(Draft draft) {
        return post("/drafts/" + draft.id() + "/submit").param("version", Long.toString(draft.version()));
    }

    private void written(Draft draft) {
        var now = drafts.get(draft.id());
        assertThat(now.status()).isEqualTo(Draft.Status.WRITING);
        assertThat(now.act()).isNull();
        assertThat(now.version()).isEqualTo(draft.version());
    }
}
