package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashMap;
import java.util.Map;
import org.comity.assistance.ByLetter;
import org.comity.casework.Officers;
import org.comity.identity.Approvals.Proof;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An answer on secrecy that passes over what was asked, or takes itself back, is pointed out to whoever writes and signs it. */
class AnsweringSecrecyTest extends Officers {

    private static final String ASKED = "They asked to keep this confidential.";
    private static final String TELLS = "The provider may tell the user, and we say that it can stay secret.";

    @Autowired
    private ByLetter letters;

    @Test
    void that_secrecy_was_not_asked_is_pointed_out_where_it_was() throws Exception {
        var accept = "/requests/" + asking(true) + "/accept";

        var preview = redirected("duty-officer", said(accept, "not-asked"));

        assertThat(preview).matches("/drafts/[^/]+/preview");
        assertThat(page("duty-officer", preview, "en")).contains(ASKED).doesNotContain(TELLS);
        var draft = drafts.get(preview.split("/")[2]);
        assertThat(page("duty-officer", accept + "?draft=" + draft.id(), "en")).contains(ASKED);
        drafts.submit(draft.id(), draft.version(), official("maren"));
        assertThat(page("second-officer", "/drafts/" + draft.id() + "/approve", "en"))
                .contains(ASKED);
        assertThat(page("second-officer", "/drafts/" + draft.id() + "/approve", "ar"))
                .contains("طلبوا إبقاء هذا سريًا");
    }

    @Test
    void what_was_not_asked_or_is_answered_is_not_pointed_out() throws Exception {
        assertThat(page(
                        "duty-officer",
                        redirected("duty-officer", said("/requests/" + asking(false) + "/accept", "not-asked")),
                        "en"))
                .doesNotContain(ASKED, TELLS);
        assertThat(page(
                        "duty-officer",
                        redirected("duty-officer", said("/requests/" + asking(true) + "/accept", "can-keep")),
                        "en"))
                .doesNotContain(ASKED, TELLS);
    }

    @Test
    void a_provider_that_may_tell_the_user_is_no_secrecy() throws Exception {
        var preview = redirected(
                "duty-officer",
                said("/requests/" + asking(true) + "/accept", "can-keep").param("providerMayTell", "yes"));
        assertThat(page("duty-officer", preview, "en")).contains(TELLS).doesNotContain(ASKED);
    }

    /** Nothing is ordered, and no provider need be asked, when a request is taken up. */
    @Test
    void what_is_taken_up_is_not_said_to_be_with_a_provider() throws Exception {
        var reference = asking(false);
        var preview = redirected("duty-officer", said("/requests/" + reference + "/accept", "not-asked"));
        var draft = drafts.get(preview.split("/")[2]);
        drafts.submit(draft.id(), draft.version(), official("maren"));
        drafts.approve(draft.id(), new Proof.Practice(), null, official("okell"));

        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .contains("Taken up")
                .doesNotContain("With provider");
        assertThat(page("duty-officer", "/requests/" + reference, "ar")).doesNotContain("لدى مقدم الخدمة");
    }

    private String asking(boolean secret) {
        var body = new HashMap<String, Object>(ordinary());
        body.putAll(Map.of("secret", secret));
        return letters.opens("preservation/1", "XD-1", body);
    }

    private static MockHttpServletRequestBuilder said(String path, String confidentiality) {
        return post(path).param("confidentiality", confidentiality);
    }
}
