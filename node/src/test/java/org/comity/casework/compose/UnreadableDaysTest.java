package org.comity.casework.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.casework.Officers;
import org.comity.procedure.ActForms;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;

/** A day or a number that nobody can read stays in its field, which says so; no act leaves with it or without it. */
class UnreadableDaysTest extends Officers {

    private static final String WORDS = "31 December 2099";
    private static final String NOT_A_DAY = "This cannot be read as a day.";

    @Autowired
    private Procedures procedures;

    @Test
    void a_period_stays_as_it_was_typed_on_the_page_where_it_was_typed() throws Exception {
        var draft = drafted(ordinary());

        var after = redirected(
                "duty-officer",
                post("/drafts/" + draft.id() + "/data")
                        .param("version", Long.toString(draft.version()))
                        .param("dataClasses", "traffic")
                        .param("identifiers", "a@mail.example")
                        .param("from", "20266-01-01")
                        .param("until", WORDS));

        assertThat(after).isEqualTo("/drafts/" + draft.id() + "/data?check=true");
        assertThat(page("duty-officer", after, "en"))
                .contains(NOT_A_DAY)
                // A date field would show nothing of them.
                .contains("type=\"text\" value=\"20266-01-01\"", "type=\"text\" value=\"" + WORDS + "\"");
        assertThat(page("duty-officer", after, "ar")).contains("لا يمكن قراءة هذا اليوم.", WORDS);
        assertThat(notSent(draft)).contains(NOT_A_DAY);
    }

    @Test
    void an_emergency_waits_for_nothing_but_what_cannot_be_read() throws Exception {
        var body = new HashMap<>(emergency());
        body.put("until", WORDS);
        var draft = drafted(body);

        assertThat(notSent(draft)).contains(NOT_A_DAY);

        body.put("until", "");
        var empty = drafts.save(draft.id(), drafts.get(draft.id()).version(), body, Map.of(), official("maren"));
        assertThat(drafts.submit(empty.id(), empty.version(), official("maren")).status())
                .isEqualTo(Draft.Status.SUBMITTED);
    }

    @Test
    void a_number_in_words_is_not_taken_for_the_least_that_can_be_asked() throws Exception {
        var draft = drafted(ordinary());

        var after = redirected(
                "duty-officer",
                post("/drafts/" + draft.id() + "/follow-up")
                        .param("version", Long.toString(draft.version()))
                        .param("daysAsked", "9O")
                        .param("followUp", WORDS));

        assertThat(page("duty-officer", after, "en"))
                .contains("Write a whole number from 60 to 1826.", "value=\"9O\"", NOT_A_DAY, WORDS);
        assertThat(notSent(draft)).contains("Write a whole number from 60 to 1826.", NOT_A_DAY);
    }

    @Test
    void a_text_that_is_too_long_is_told_where_it_was_typed() throws Exception {
        var draft = drafted(ordinary());
        var text = "x".repeat(9_000);

        var after = redirected(
                "duty-officer",
                post("/drafts/" + draft.id() + "/offence")
                        .param("version", Long.toString(draft.version()))
                        .param("facts", text));

        assertThat(after).isEqualTo("/drafts/" + draft.id() + "/offence?check=true");
        assertThat(page("duty-officer", after, "en"))
                .contains("Shorten this to 8,000 characters: it has 9,000.", text)
                .as("a browser would cut what is pasted")
                .doesNotContainPattern("<textarea[^>]*maxlength");
    }

    @Test
    void what_came_by_letter_or_is_written_in_a_seat_is_asked_again_as_well() {
        var forms = procedures.of("preservation/1").forms();
        var typed = new LinkedMultiValueMap<>(Map.of("period", List.of(""), "from", List.of(WORDS)));

        assertThat(forms.problems("request", forms.read("request", typed, null)).at("from"))
                .hasValueSatisfying(it -> assertThat(it.key()).isEqualTo("preservation.needed.not-a-day"));
        var accepted = new ActForms.Written(Map.of("confidentiality", "can-keep", "secretUntil", WORDS), Map.of());
        assertThat(forms.problems("accept", accepted).at("secretUntil")).isPresent();
        var until = new ActForms.Written(Map.of("confidentiality", "can-keep", "secretUntil", "2099-12-31"), Map.of());
        assertThat(forms.problems("accept", until).any()).isFalse();
    }

    private Draft drafted(Map<String, Object> body) {
        return drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, body, official("maren"));
    }

    /** Nothing leaves, whatever is pressed; what the preview says. */
    private String notSent(Draft draft) throws Exception {
        var version = drafts.get(draft.id()).version();
        var press = post("/drafts/" + draft.id() + "/submit").param("version", Long.toString(version));
        assertThat(redirected("duty-officer", press))
                .startsWith("/drafts/" + draft.id() + "/")
                .endsWith("?check=true");
        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.WRITING);
        return page("duty-officer", "/drafts/" + draft.id() + "/preview", "en");
    }
}
