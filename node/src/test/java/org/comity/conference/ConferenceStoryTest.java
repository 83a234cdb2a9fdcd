package org.comity.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.comity.cooperation.Officers;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the secretary of a session does from the first version of a text to a decision that is followed up. */
class ConferenceStoryTest extends Officers {

    @Test
    void a_text_goes_through_two_versions_with_one_voice_of_each_state_to_agreed_ad_referendum() throws Exception {
        answered(403, "magistrate", opening("no-duty"));
        assertThat(answered(422, "lawyer", opening("Not A Name"))).contains("Write a short name", "The person keeps");
        var text = redirected("lawyer", opening("model-order"));
        assertThat(text).isEqualTo("/conference/texts/model-order");
        assertThat(answered(422, "lawyer", opening("model-order"))).contains("There is a text of this name");

        redirected("lawyer", comment(text + "/1/2", "XB", "concern", "A date is easier for providers."));
        redirected("lawyer", comment(text + "/1/2", "XB-1", "can-live", "The second bracket, then."));
        redirected("lawyer", comment(text + "/1/2", "XE", "agree", ""));
        redirected("lawyer", comment(text + "/1/2", "XY-HARBOUR", "concern", "A body’s own words."));
        assertThat(answered(422, "lawyer", comment(text + "/1/2", "nobody at all", "agree", "")))
                .contains("Write the code of a State");
        answered(404, "lawyer", comment(text + "/1/9", "XB", "agree", ""));
        var page = page("duty-officer", text, "en");
        assertThat(page)
                .contains("The second bracket, then.", "1 State agrees.", "1 State can live with it.", "not a State")
                .contains("One earlier comment, replaced by its own State", "A date is easier for providers.")
                .doesNotContain("has a concern", "have a concern");

        answered(409, "lawyer", post(text + "/1/2/status").param("status", "agreed"));
        redirected("lawyer", post(text + "/1/1/status").param("status", "agreed"));
        assertThat(answered(
                        409, "lawyer", post(text + "/next").param("after", "1").param("words-1", "Something else.")))
                .contains("Paragraph 1 is agreed");
        redirected("lawyer", post(text + "/next").param("after", "1").param("words-2", "The person keeps it secret."));
        answered(409, "lawyer", post(text + "/next").param("after", "1").param("words-2", "Too late."));
        answered(409, "lawyer", comment(text + "/1/2", "XD", "agree", ""));

        assertThat(page("lawyer", text + "/compare?from=1&to=2", "en"))
                .contains("<del> [for its whole length]</del>", "the same", "changed");
        assertThat(page("lawyer", text, "en")).contains("Version 2", ">Agreed<", ">Open<");
        redirected("lawyer", comment(text + "/2/2", "XB", "agree", "Thank you."));
        var said = page("lawyer", text + "/2/2", "en").replaceAll("(?s).*/comments/([0-9]+)/answer.*", "$1");
        answered(409, "lawyer", post(text + "/comments/" + said + "/answer").param("answer", "not-taken-up"));
        redirected("lawyer", post(text + "/comments/" + said + "/answer").param("answer", "noted"));
        answered(409, "lawyer", post(text + "/comments/" + said + "/answer").param("answer", "taken-up"));
        redirected("lawyer", post(text + "/sponsors").param("sponsor", "XB"));
        redirected("lawyer", post(text + "/2/2/status").param("status", "ad-referendum"));
        assertThat(page("lawyer", text, "en"))
                .contains("Agreed ad referendum</p>", "The editor has answered every comment.", "Belmora");
        answered(409, "lawyer", post(text + "/2/2/status").param("status", "open"));

        var file = web.perform(get(text + "/2/akoma-ntoso.xml").cookie(seat("duty-officer")))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(file).contains("class=\"ad-referendum\"", "/akn/xa/doc/draft/", "The person keeps it secret.");
        for (var path : new String[] {text, text + "/2/2", text + "/next", "/conference/texts"}) {
            assertThat(page("lawyer", path, "ar")).doesNotContain("texts.", "conference.language");
        }
    }

    private static MockHttpServletRequestBuilder opening(String key) {
        return post("/conference/texts")
                .param("key", key)
                .param("title", "Model order to preserve data")
                .param("language", "en")
                .param("editor", "Cadria")
                .param("everybody", "true")
                .param("words", "The authority orders it.\n\nThe person keeps it secret [for its whole length].");
    }

    private static MockHttpServletRequestBuilder comment(String at, String voice, String temperature, String words) {
        return post(at + "/comments")
                .param("voice", voice)
                .param("temperature", temperature)
                .param("words", words)
                .param("channel", "mail")
                .param("day", "2026-02-03");
    }
}
