package org.comity.casework.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.comity.casework.Correspondence;
import org.comity.casework.Officers;
import org.comity.vocabulary.Channel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What each provider keeps for one request is noted item by item, and told where it ends before the promise. */
class ProvidersTest extends Officers {

    private static final String SHORT = "Something is lost, or ends too early. Ask the provider to keep it longer";

    private static final String TICK = "M4 10.5l4 4 8-9";

    @Autowired
    private Correspondence letters;

    @Autowired
    private ProviderRows rows;

    @Autowired
    private Clock clock;

    @Test
    void several_providers_each_have_their_own_state_and_end() throws Exception {
        var reference = preserved(60);
        var path = "/requests/" + reference + "/providers";
        var late = today().plusDays(90);

        redirected("duty-officer", part(path, "Mailhouse", "mailbox a@mail.example", "PRESERVED", late.toString()));
        redirected("duty-officer", part(path, "Hostwell", "login records", "ORDERED", ""));
        assertThat(page("duty-officer", path, "en")).doesNotContain(SHORT);
        var early = today().plusDays(10).toString();
        redirected("duty-officer", part(path, "Cloudnest", "backups", "PRESERVED", early));

        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .contains("Mailhouse: mailbox a@mail.example", "Hostwell: login records", "Cloudnest: backups")
                .containsOnlyOnce("This ends before what we promised.");
        assertThat(page("duty-officer", path, "en")).contains(SHORT);
        assertThat(page("duty-officer", path, "ar"))
                .contains("ينتهي هذا قبل ما وعدنا به.", "اطلبوا من مقدم الخدمة إطالة الحفظ");
    }

    @Test
    void a_report_begins_with_what_is_noted_and_a_tick_stands_for_what_is_preserved_alone() throws Exception {
        var yesterday = new Correspondence.Arrived(Channel.MAIL, today().minusDays(1), "", "", null);
        var reference = letters.recordRequest("preservation/1", "XD-1", ordinary(), yesterday, official("maren"));
        var path = "/requests/" + reference + "/providers";
        var until = today().plusDays(90).toString();
        redirected("duty-officer", part(path, "Beta Hosting", "mailbox", "ASKED", ""));
        assertThat(page("duty-officer", path, "en")).doesNotContain(TICK);
        redirected("duty-officer", part(path, "Alpha Telecom", "login records", "PRESERVED", until));

        assertThat(page("duty-officer", path, "en")).contains(TICK);
        assertThat(page("duty-officer", "/requests/" + reference + "/report-preserved", "en"))
                .containsPattern("name=\"kept\"[^>]*>Alpha Telecom: login records</textarea>")
                .containsPattern("name=\"notKept\"[^>]*>Beta Hosting: mailbox</textarea>");
    }

    @Test
    void what_is_lost_is_final_and_the_other_state_is_to_be_warned() throws Exception {
        var reference = preserved(60);
        var path = "/requests/" + reference + "/providers";
        redirected("duty-officer", part(path, "Mailhouse", "mailbox", "ORDERED", ""));
        var part = rows.of(requests.find(reference).orElseThrow().thread()).getFirst();

        redirected("duty-officer", changed(path, part, "LOST"));

        assertThat(page("duty-officer", path, "en")).contains(SHORT).doesNotContain("?part=" + part.id());
        answered(409, "duty-officer", changed(path, part, "PRESERVED"));
    }

    @Test
    void two_who_write_at_once_do_not_write_over_each_other() throws Exception {
        var reference = preserved(60);
        var path = "/requests/" + reference + "/providers";
        redirected("duty-officer", part(path, "Mailhouse", "mailbox", "ASKED", ""));
        var thread = requests.find(reference).orElseThrow().thread();
        var part = rows.of(thread).getFirst();
        redirected("duty-officer", changed(path, part, "ORDERED"));

        answered(409, "lawyer", changed(path, part, "RELEASED"));

        assertThat(rows.of(thread).getFirst().status()).isEqualTo(ProviderPart.Status.ORDERED);
    }

    @Test
    void an_error_is_told_at_its_field_and_only_the_desk_writes() throws Exception {
        var path = "/requests/" + preserved(60) + "/providers";
        assertThat(answered(200, "duty-officer", part(path, "", "mailbox", "PRESERVED", "")))
                .contains("Name the provider", "Give the last day", "value=\"mailbox\"");
        answered(403, "oversight", part(path, "Mailhouse", "mailbox", "ASKED", ""));
        assertThat(code("oversight", path)).isEqualTo(403);
    }

    @Test
    void it_goes_with_the_words_of_the_request() throws Exception {
        var reference = preserved(60);
        redirected("duty-officer", part("/requests/" + reference + "/providers", "Mailhouse", "mailbox", "ASKED", ""));
        var thread = requests.find(reference).orElseThrow().thread();

        rows.forgetting(thread);

        assertThat(rows.of(thread)).isEmpty();
    }

    private static AbstractMockHttpServletRequestBuilder<?> part(
            String path, String provider, String item, String status, String until) {
        return post(path)
                .param("provider", provider)
                .param("item", item)
                .param("status", status)
                .param("until", until);
    }

    private AbstractMockHttpServletRequestBuilder<?> changed(String path, ProviderPart part, String status) {
        return part(
                        path,
                        part.provider(),
                        part.item(),
                        status,
                        today().plusDays(90).toString())
                .param("part", Long.toString(part.id()))
                .param("version", Integer.toString(part.version()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
