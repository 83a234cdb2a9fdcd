package org.comity.casework.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.comity.casework.Drills;
import org.comity.casework.Officers;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** On the page of an emergency nothing real becomes a drill, and no drill real, without being seen. */
class EmergencyDrillTest extends Officers {

    private static final String TOLD = "duty-officer";
    private static final String LOUD = "This is a drill: nobody is woken.";

    @Autowired
    private Drills drills;

    @Test
    void a_drill_stays_one_where_another_state_is_chosen() throws Exception {
        var first = drill();

        var signing = signing(told("XD-1", first).param("drill", "yes"));

        assertThat(signing.counterpart()).isEqualTo("XD-1");
        assertThat(signing.drill()).isTrue();
        assertThat(drafts.get(first.id()).status()).isEqualTo(Draft.Status.DISCARDED);
    }

    @Test
    void a_real_emergency_is_not_typed_over_a_drill_unseen() throws Exception {
        var draft = drill();
        assertThat(page(TOLD, "/emergency", "en"))
                .doesNotContain(LOUD)
                .doesNotContainPattern("name=\"drill\"[^>]*checked");
        assertThat(page(TOLD, "/emergency?draft=" + draft.id(), "en"))
                .contains(LOUD, "take away the tick")
                .containsPattern("name=\"drill\"[^>]*checked");
        assertThat(page(TOLD, "/emergency?draft=" + draft.id(), "ar")).contains("هذا تمرين: لا يوقظ أحدًا.");
        assertThat(answered(200, TOLD, told("XB-1", draft).param("drill", "yes").param("then", "show")))
                .contains(LOUD);
        assertThat(answered(200, TOLD, told("XB-1", draft).param("then", "show")))
                .doesNotContain(LOUD);

        var signing = signing(told("XB-1", draft));

        assertThat(signing.id()).isEqualTo(draft.id());
        assertThat(signing.drill()).isFalse();
        assertThat(page("second-officer", "/drafts/" + signing.id() + "/approve", "en"))
                .doesNotContain(LOUD);
    }

    @Test
    void who_approves_a_drill_reads_that_it_is_one() throws Exception {
        var signing = signing(told("XB-1", drill()).param("drill", "yes"));

        assertThat(page("second-officer", "/drafts/" + signing.id() + "/approve", "en"))
                .contains("<p class=\"note amber\" role=\"status\"><b>" + LOUD);
    }

    private Draft drill() {
        var maren = official("maren");
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XB-1", null, emergency(), maren);
        drills.mark(draft.id(), true, maren);
        return drafts.get(draft.id());
    }

    private Draft signing(MockHttpServletRequestBuilder told) throws Exception {
        return drafts.get(redirected(TOLD, told).split("/")[2]);
    }

    private static MockHttpServletRequestBuilder told(String to, Draft draft) {
        return post("/emergency")
                .param("draft", draft.id())
                .param("version", Long.toString(draft.version()))
                .param("risk", "Pupils of a school.")
                .param("who", "kestrel@chat.example")
                .param("phone", "+999 2 555 0117")
                .param("to", to);
    }
}
