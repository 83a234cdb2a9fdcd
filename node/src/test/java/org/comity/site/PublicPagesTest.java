package org.comity.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.comity.casework.Officers;
import org.comity.directory.AsSecretariat;
import org.comity.directory.Directory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

/** The public site as the world reaches it: in each language, with nothing asked and nothing left behind. */
class PublicPagesTest extends Officers {

    @Autowired
    private List<PublicShelf> shelves;

    @Autowired
    private Directory directory;

    @Test
    void each_page_is_read_in_each_language_and_no_cookie_or_session_is_made() throws Exception {
        for (var language : List.of("en", "ar", "fr", "es")) {
            var home = "/public/" + language;
            public_(home);
            public_(home + "/search?q=ratification");
            public_(home + "/feed");
            for (var shelf : shelves) public_(home + "/" + shelf.name());
        }
        assertThat(public_("/public/ar").getContentAsString()).contains("dir=\"rtl\"", "lang=\"ar\"");
        assertThat(public_("/public/fr").getContentAsString(StandardCharsets.UTF_8))
                .contains("<html lang=\"fr\"", "Les États ensemble", "href=\"/public/ar\"");
    }

    @Test
    void each_page_says_whom_one_tells_that_it_is_wrong() throws Exception {
        var mail = directory.self().mail();
        var phone = directory.self().phone();
        assertThat(mail).isNotEmpty();
        assertThat(phone).isNotEmpty();
        for (var path : List.of("/public/en", "/public/en/treaty", "/public/en/search?q=x")) {
            assertThat(public_(path).getContentAsString())
                    .as(path)
                    .contains("Something here is wrong? Write to", "mailto:" + mail, "by its address")
                    .as("a State's duty phone is for requests")
                    .doesNotContain(phone);
        }
        assertThat(public_("/public/fr").getContentAsString(StandardCharsets.UTF_8))
                .contains("Quelque chose est faux ici", mail);
        assertThat(public_("/public/ar").getContentAsString(StandardCharsets.UTF_8))
                .contains("هل ثمة خطأ هنا؟", mail);
        assertThat(AsSecretariat.during(() -> WrongHere.of(directory.self()))).isEqualTo(new WrongHere(mail, phone));
    }

    @Test
    void a_confirmed_line_of_the_treaty_is_found_listed_and_read_and_one_that_waits_is_not() throws Exception {
        var csv = "state,name,organisation,action,day,notification,source,article,text\n"
                + "XU,Umbria-on-Sea,,ratification,2026-02-03,P.C.N.701.2026,practice list,,\n"
                + "XV,Vellinor,,ratification,2026-02-04,P.C.N.702.2026,practice list,,\n";
        var sheet = redirected(
                "duty-officer",
                multipart("/treaty/lines/import")
                        .file(new MockMultipartFile("file", csv.getBytes(StandardCharsets.UTF_8))));
        redirected("duty-officer", post(sheet).param("all", "yes"));
        var waiting = page("second-officer", "/treaty/lines", "en");
        var id = waiting.replaceAll("(?s).*value=\"([0-9]+)\"(?:(?!value=\"[0-9]).)*?Umbria-on-Sea.*", "$1");
        redirected("second-officer", post("/treaty/lines").param("line", id));

        var found = public_("/public/en/search?q=umbria ratification").getContentAsString();
        assertThat(found).contains("Umbria-on-Sea", "/public/en/treaty/" + id);
        assertThat(public_("/public/en/treaty/" + id).getContentAsString()).contains("P.C.N.701.2026");
        for (var path : List.of("/public/en", "/public/en/treaty", "/public/en/feed", "/public/en/search?q=vellinor")) {
            assertThat(public_(path).getContentAsString()).doesNotContain("Vellinor");
        }
    }

    @Test
    void a_tag_saves_the_second_visit_and_a_stranger_at_the_root_is_led_here() throws Exception {
        var tag = String.valueOf(public_("/public/en").getHeader("ETag"));
        var again = web.perform(get("/public/en").header("If-None-Match", tag))
                .andReturn()
                .getResponse();
        assertThat(again.getStatus()).isEqualTo(304);

        var root = web.perform(get("/").header("Accept-Language", "ar"))
                .andReturn()
                .getResponse();
        assertThat(root.getHeader("Location")).isEqualTo("/public/ar");
        var official = web.perform(get("/").cookie(new Cookie("comity-XA-1", "x")))
                .andReturn()
                .getResponse();
        assertThat(official.getHeader("Location")).isNotEqualTo("/public/en");
    }

    /** A sentence that its author wrote in one language stands in it, and says so; a page that is not there says so in English. */
    @Test
    void what_is_not_french_bears_its_own_language() throws Exception {
        var english = new PublicItem.Part("public.needs.why", java.util.Map.of("en", "Two experts"));
        var page = PublicText.pages(List.of(english, PublicItem.Part.written("public.needs.why", "Zwei")), "fr");

        assertThat(page.getFirst()).extracting(PublicText.Piece::language).containsExactly("en", "");
        var unknown = web.perform(get("/public/fr/nothing")).andReturn().getResponse();
        assertThat(unknown.getStatus()).isEqualTo(404);
    }

    @Test
    void a_shelf_without_a_hit_says_so_and_leads_to_all_of_it() throws Exception {
        for (var asked : List.of("?article=66", "?page=9")) {
            var shelf = public_("/public/en/practices" + asked).getContentAsString();
            assertThat(shelf)
                    .as(asked)
                    .contains(asked.contains("66") ? "Nothing of this article" : "no such page")
                    .contains("<a href=\"/public/en/practices\">")
                    .doesNotContain("Nothing is published here yet");
        }
    }

    @Test
    void a_public_page_that_is_not_there_leads_to_those_that_are() throws Exception {
        var lost = web.perform(get("/public/en/nothing?lang=en")).andReturn().getResponse();
        assertThat(lost.getContentAsString())
                .contains("href=\"/public/en\">Go to the public pages")
                .doesNotContain("Go to the desk");
    }

    @Test
    void who_chose_a_further_language_reads_it_where_it_exists_and_english_elsewhere() throws Exception {
        assertThat(page("duty-officer", "/rooms", "fr")).contains("<html lang=\"fr\"", "<h1>Salles</h1>");
        assertThat(page("lawyer", "/conference", "fr")).contains("<html lang=\"fr\"", "<h1>Conférence</h1>");
        assertThat(page("duty-officer", "/rooms", "es")).contains("<html lang=\"es\"", "<h1>Salas</h1>");
        assertThat(page("duty-officer", "/desk", "fr"))
                .contains("<html lang=\"en\"")
                .doesNotContain("hreflang=\"fr\"");
    }

    @Test
    void what_is_not_there_is_not_found_and_nobody_writes() throws Exception {
        for (var path :
                List.of("/public/en/nothing", "/public/en/treaty/999999999", "/public/zz", "/public/en/../admin")) {
            var answer = web.perform(get(path)).andReturn().getResponse();
            assertThat(answer.getStatus()).as(path).isIn(404, 302, 400);
            assertThat(answer.getCookies()).as(path).isEmpty();
        }
        assertThat(web.perform(post("/public/en/search"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(405);
    }

    private MockHttpServletResponse public_(String path) throws Exception {
        var result = web.perform(get(path)
                        .cookie(new Cookie("lang", "fr"), new Cookie("theme", "dark"))
                        .header("Accept-Language", "fr"))
                .andReturn();
        var answer = result.getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        assertThat(answer.getCookies()).as(path).isEmpty();
        assertThat(answer.getHeaders("Set-Cookie")).as(path).isEmpty();
        assertThat(result.getRequest().getSession(false)).as(path).isNull();
        assertThat(answer.getHeader("Cache-Control")).as(path).startsWith("public, max-age=");
        assertThat(answer.getHeader("Content-Security-Policy")).as(path).contains("default-src 'none'");
        assertThat(answer.getHeader("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        assertThat(answer.getHeader("X-Frame-Options")).as(path).isEqualTo("DENY");
        assertThat(answer.getHeader("ETag")).as(path).startsWith("W/");
        var shown = answer.getContentAsString(StandardCharsets.UTF_8);
        if (String.valueOf(answer.getContentType()).startsWith("text/html")) {
            assertThat(shown).contains("<html lang=\"" + path.substring(8, 10) + "\"");
        }
        assertThat(shown).doesNotContain("<script").doesNotContainPattern("[> ](?:public|treaty)\\.[a-z]");
        assertThat(answer.getContentAsByteArray().length).as(path).isLessThanOrEqualTo(50_000);
        return answer;
    }
}
