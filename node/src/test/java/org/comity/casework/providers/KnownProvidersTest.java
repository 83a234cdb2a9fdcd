package org.comity.casework.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.casework.Officers;
import org.comity.directory.ListedAsProvider;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What officers note of a provider stands where an order to it is written, and says whose an address is. */
class KnownProvidersTest extends Officers {

    private static final String PROVIDER = "XD-1";
    private static final String PAGE = "/directory/" + PROVIDER + "/provider";
    private static final String RANGES = "/directory/" + PROVIDER + "/ranges";

    @Autowired
    private JdbcClient db;

    @AfterEach
    void nothing_is_known() {
        db.sql("delete from directory.provider_note").update();
        db.sql("delete from directory.provider_range").update();
    }

    @Test
    void what_is_noted_stands_on_the_providers_page_with_its_source_and_day() throws Exception {
        ListedAsProvider.during(PROVIDER, () -> {
            assertThat(page("duty-officer", PAGE, "en")).contains("Nobody has noted anything.");
            assertThat(redirected("duty-officer", note().param("checked", inDays(0))))
                    .isEqualTo(PAGE);

            for (var path : List.of(PAGE, "/directory/" + PROVIDER)) {
                assertThat(page("oversight", path, "en"))
                        .contains("Noted by us", "Their page", "30 days", "sign-ins only", "Office 7", "keeps none")
                        .doesNotContain("more than a year ago");
                page("oversight", path, "ar");
            }
            assertThat(page("oversight", PAGE, "en")).doesNotContain("Write down what you know");
            assertThat(answered(409, "duty-officer", note().param("checked", inDays(0))))
                    .as("what was on the page when it was written was another")
                    .contains("Somebody has written meanwhile", "value=\"sign-ins only\"");
            redirected("lawyer", note().param("checked", inDays(-400)).param("version", "1"));
            assertThat(page("oversight", PAGE, "en")).contains("more than a year ago");
            return PROVIDER;
        });
    }

    @Test
    void it_is_noted_by_who_may_and_of_a_provider_alone() throws Exception {
        answered(409, "duty-officer", note().param("checked", inDays(0)));
        ListedAsProvider.during(PROVIDER, () -> {
            answered(422, "duty-officer", note().param("checked", inDays(1)));
            answered(409, "oversight", note().param("checked", inDays(0)));
            answered(409, "oversight", look("203.0.113.0/24"));
            assertThat(answered(422, "duty-officer", note("many").param("checked", "soon")))
                    .contains("number of days", "value=\"many\"", "value=\"sign-ins only\"");
            assertThat(page("duty-officer", PAGE, "en")).contains("Nobody has noted anything.");
            return PROVIDER;
        });
    }

    @Test
    void what_a_file_of_ranges_changes_is_shown_before_it_is_taken() throws Exception {
        ListedAsProvider.during(PROVIDER, () -> {
            assertThat(answered(422, "duty-officer", look("203.0.113.9/24\nmail.example\n10.0.0.0/8")))
                    .contains("2 lines are wrong", "Line 1:", "203.0.113.0/24", "Line 3:", "1 is new")
                    .doesNotContain("Take it as shown");
            var shown = answered(200, "duty-officer", look("203.0.113.0/24\nmail.example"));
            assertThat(shown).contains("2 are new", "Take it as shown");
            assertThat(page("duty-officer", RANGES, "en")).contains("None is noted.");

            var digest = found("name=\"shown\" value=\"([0-9a-f]+)\"", shown);
            assertThat(answered(200, "duty-officer", take("203.0.113.0/24\nshop.example", digest)))
                    .as("it is not what was shown")
                    .contains("Take it as shown");
            assertThat(page("duty-officer", RANGES, "en")).contains("None is noted.");
            answered(409, "oversight", take("203.0.113.0/24\nmail.example", digest));
            redirected("duty-officer", take("203.0.113.0/24\nmail.example", digest));
            assertThat(page("duty-officer", RANGES, "ar")).contains("203.0.113.0/24", "mail.example", "Their letter");
            assertThat(page("duty-officer", RANGES + "/ranges.csv", "en"))
                    .contains("range,source,day\r\n203.0.113.0/24,Their letter,");

            var less = answered(200, "duty-officer", look("mail.example").param("all", "yes"));
            assertThat(less).contains("1 is taken away", "1 stays as it is");
            var gone = found("name=\"shown\" value=\"([0-9a-f]+)\"", less);
            redirected("duty-officer", take("mail.example", gone).param("all", "yes"));
            assertThat(page("duty-officer", RANGES, "en"))
                    .contains("mail.example</bdi>")
                    .doesNotContain("203.0.113.0/24</bdi>");
            return PROVIDER;
        });
    }

    @Test
    void a_file_is_read_as_its_rows_and_one_that_is_none_says_so() throws Exception {
        ListedAsProvider.during(PROVIDER, () -> {
            var file = new MockMultipartFile(
                    "file", "ranges.csv", "text/csv", "range;source\n+999123;A call".getBytes(StandardCharsets.UTF_8));
            assertThat(answered(
                            200,
                            "duty-officer",
                            multipart(RANGES + "/look").file(file).param("day", inDays(0))))
                    .contains("+999123", "A call", "Take it as shown");
            var none = new MockMultipartFile("file", "x.csv", "text/csv", new byte[] {(byte) 0xff, 0, 1});
            assertThat(answered(422, "duty-officer", multipart(RANGES + "/look").file(none)))
                    .doesNotContain("Take it as shown");
            return PROVIDER;
        });
    }

    @Test
    void a_request_says_whose_its_addresses_are() throws Exception {
        var row = requests.find(preserved(90)).orElseThrow();
        assertThat(owners(row.address())).contains("a@mail.example", "Nobody noted");
        ListedAsProvider.during(PROVIDER, () -> noted("mail.example"));

        assertThat(owners(row.address())).contains("a@mail.example", "Dorvane", "Their letter", PAGE);
        page("duty-officer", "/requests/" + row.address(), "ar");
    }

    @Test
    void a_draft_to_a_provider_says_what_it_keeps_and_points_out_what_is_asked_from_before() throws Exception {
        ListedAsProvider.during(PROVIDER, () -> {
            redirected("duty-officer", note().param("checked", inDays(0)));
            noted("mail.example");
            var body = new HashMap<String, Object>();
            body.put("instrument", "other");
            body.put("kinds", List.of("traffic"));
            body.put("from", inDays(-90) + "T00:00:00Z");
            body.put(
                    "identifiers",
                    List.of(
                            Map.of("kind", "mail", "value", "b@mail.example", "time", "", "zone", ""),
                            Map.of("kind", "ip", "value", "10.0.0.7", "time", "", "zone", "")));
            var draft = drafts.start(
                    "provider-order/1", "serve-order", Role.REQUESTING, PROVIDER, null, body, official("maren"));

            assertThat(page("duty-officer", "/drafts/" + draft.id() + "/data", "en"))
                    .contains("What it keeps, and how it is served", "sign-ins only")
                    .contains("The provider keeps traffic data for 30 days")
                    .contains("b@mail.example", "No provider’s: a private network")
                    .doesNotContain("The provider keeps content data");
            page("duty-officer", "/drafts/" + draft.id() + "/data", "ar");
            assertThat(page("duty-officer", "/drafts/" + draft.id() + "/preview", "en"))
                    .contains("The provider keeps traffic data for 30 days");
            drafts.discard(draft.id(), official("maren"));
            return PROVIDER;
        });
    }

    private String owners(String address) throws Exception {
        var page = page("duty-officer", "/requests/" + address, "en");
        var card = page.substring(page.indexOf("id=\"owners\""));
        return card.substring(0, card.indexOf("</section>"));
    }

    private String noted(String rows) throws Exception {
        var shown = answered(200, "duty-officer", look(rows));
        return redirected("duty-officer", take(rows, found("name=\"shown\" value=\"([0-9a-f]+)\"", shown)));
    }

    private AbstractMockHttpServletRequestBuilder<?> look(String rows) {
        return typed(multipart(RANGES + "/look"), rows);
    }

    private AbstractMockHttpServletRequestBuilder<?> take(String rows, String shown) {
        return typed(post(RANGES), rows).param("shown", shown);
    }

    private AbstractMockHttpServletRequestBuilder<?> typed(AbstractMockHttpServletRequestBuilder<?> form, String rows) {
        return form.param("rows", rows).param("source", "Their letter").param("day", inDays(0));
    }

    private static AbstractMockHttpServletRequestBuilder<?> note() {
        return note("30");
    }

    private static AbstractMockHttpServletRequestBuilder<?> note(String days) {
        return post(PAGE)
                .param("traffic.days", days)
                .param("traffic.what", "sign-ins only")
                .param("content.days", "0")
                .param("address", "Office 7")
                .param("source", "Their page");
    }
}
