package org.comity.casework.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.casework.NewRequests;
import org.comity.convention.Convention;
import org.comity.procedure.Procedures;
import org.comity.ui.UiAlone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(controllers = ArticlePages.class, properties = "node.practice=true")
@Import({UiAlone.class, ReadingArticles.class, ArticlePagesTest.Law.class})
@WithMockUser
class ArticlePagesTest {

    private static final Pattern HREF = Pattern.compile("href=\"(/articles[^\"#]*)(?:#([^\"]+))?\"");

    private static final boolean FULL = Boolean.getBoolean("comity.full");
    private static final List<String> LANGUAGES = List.of("en", "ar");

    @Autowired
    MockMvc mvc;

    @Autowired
    Convention convention;

    @Test
    void an_article_shows_paragraphs_marks_and_what_rests_on_them() throws Exception {
        assertThat(page("/articles/42", "en"))
                .contains("<html lang=\"en\" dir=\"ltr\"", "Article 42: International cooperation")
                .contains(">42(3)(g)</bdi>", "not to notify the user")
                .containsOnlyOnce("Read in the United Nations document")
                .doesNotContain("Recalled</span>", "certified by")
                .contains("Not less than 60 days of 24 hours.")
                .contains("href=\"/articles/procedures/preservation#uncc-field-a\"", "Field a.")
                .contains("Not in force: used here as practice only.");
    }

    @Test
    void an_article_is_drawn_from_right_to_left_in_arabic() throws Exception {
        assertThat(page("/articles/42", "ar"))
                .contains("<html lang=\"ar\" dir=\"rtl\"", "التعجيل بحفظ البيانات الإلكترونية المخزنة")
                .containsOnlyOnce("قُرئ في وثيقة الأمم المتحدة")
                .contains("<bdi class=\"ltr\" dir=\"ltr\">42(3)(g)</bdi>", "غير نافذة: تُستخدم هنا للتدريب فقط.")
                .contains("ما لا يقل عن 60 يوماً من 24 ساعة.", "البند أ.");
    }

    /** Articles of which the data hold some paragraphs do not look whole. */
    @Test
    void an_article_shown_in_part_says_so() throws Exception {
        assertThat(page("/articles/29", "en")).contains("Not every paragraph stands here. Read the certified text.");
        assertThat(page("/articles/54", "ar")).contains("لا ترد هنا كل الفقرات.");
        assertThat(page("/articles/42", "en")).doesNotContain("Not every paragraph");
        assertThat(page("/articles/32", "en"))
                .contains("We hold title and subject of this article only.")
                .doesNotContain("Not every paragraph");
    }

    @Test
    void the_grounds_of_preservation_are_shown_where_article_40_has_them() throws Exception {
        assertThat(page("/articles/40", "en"))
                .contains(
                        "#uncc-ground-essential-interests", "#uncc-ground-domestic-bar", "#uncc-ground-discrimination")
                .contains("Ground for refusal.");
    }

    @Test
    void the_procedure_of_assistance_is_shown_with_what_each_part_rests_on() throws Exception {
        assertThat(page("/articles/procedures/assistance", "en"))
                .contains("Request for legal assistance", "article 44")
                .contains("id=\"uncc-field-g\"", "id=\"uncc-field-formalities\"", "Further field.")
                .contains("id=\"uncc-scope-evidence-of-serious-crime\"", "id=\"uncc-postponement-ongoing-proceeding\"")
                .contains("Ground to put off.", "id=\"uncc-not-ground-bank-secrecy\"", "id=\"uncc-duty-use-limit\"");
        assertThat(page("/articles/procedures/assistance", "ar"))
                .contains("طلب مساعدة قانونية", "بند إضافي.", "سبب للإرجاء.");
        assertThat(page("/articles/40", "en"))
                .contains(
                        "#uncc-ground-not-in-conformity",
                        "#uncc-duty-status",
                        "#uncc-field-deadline",
                        "#uncc-duty-other-treaty");
        assertThat(page("/articles/44", "en"))
                .contains(
                        "/articles/procedures/assistance#uncc-field-data",
                        "/articles/procedures/assistance#uncc-duty-expedite");
    }

    @Test
    void an_offence_is_shown_by_its_elements() throws Exception {
        assertThat(page("/articles/7", "en"))
                .contains("Elements of the offence", "Conduct", "State of mind", "intentionally and without right")
                .contains("What a State may add or exclude", "a security measure is infringed");
        assertThat(page("/articles/7", "ar")).contains("أركان الجريمة", "السلوك", "عمداً ودون وجه حق");
        assertThat(page("/articles/42", "en")).doesNotContain("Elements of the offence");
    }

    @Test
    void another_instrument_has_its_own_articles() throws Exception {
        assertThat(page("/articles/budapest/29", "en"))
                .contains("Expedited preservation of stored computer data", ">29(5)(a)</bdi>", "In force.");
        assertThat(page("/articles?instrument=budapest", "en")).contains("href=\"/articles/budapest/29\"");
    }

    @Test
    void a_list_of_grounds_that_the_treaty_closes_says_so_and_practice_is_no_rule_of_it() throws Exception {
        assertThat(page("/articles/procedures/preservation", "en"))
                .contains(
                        "only for the grounds that stand here, <bdi class=\"ltr\" dir=\"ltr\">42(6)</bdi>",
                        ">29(5)</bdi>");
        assertThat(page("/articles/procedures/assistance", "en"))
                .contains("id=\"budapest-field-facts\"", "practice of this procedure, no rule of the treaty");
        assertThat(page("/articles/procedures/assistance", "ar"))
                .contains("ممارسة في هذا الإجراء، لا قاعدة في المعاهدة");
    }

    @Test
    void the_list_names_all_articles_and_their_marks() throws Exception {
        var list = page("/articles", "en");

        assertThat(list).contains("Statement of purpose", "Depositary and languages", "offence</span>");
        assertThat(Pattern.compile("href=\"/articles/[0-9]+\"").matcher(list).results())
                .hasSize(68);
        assertThat(page("/articles", "ar")).contains("dir=\"rtl\"", "بيان الغرض", "الوديع واللغات");
    }

    @Test
    void a_number_leads_to_the_article_and_a_paragraph_to_its_place() throws Exception {
        mvc.perform(get("/articles").param("q", "42")).andExpect(redirectedUrl("/articles/42#p-42"));
        mvc.perform(get("/articles").param("q", "art. 42(3)(a)")).andExpect(redirectedUrl("/articles/42#p-42-3-a"));
        mvc.perform(get("/articles").param("q", "42(99)")).andExpect(redirectedUrl("/articles/42#p-42"));
        mvc.perform(get("/articles").param("q", "٢٩").param("instrument", "budapest"))
                .andExpect(redirectedUrl("/articles/budapest/29#p-29"));
    }

    @Test
    void a_word_leaves_the_articles_whose_title_has_it() throws Exception {
        assertThat(page("/articles?q=extradition", "en"))
                .contains("1 article fits.", "/articles/37\"")
                .doesNotContain("/articles/36\"");
        assertThat(page("/articles?q=9999", "en")).contains("No article fits.");
        assertThat(page("/articles?q=<script>", "en")).contains("&lt;script>").doesNotContain("value=\"<script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/articles/69",
                "/articles/0",
                "/articles/untoc/1",
                "/articles?instrument=untoc",
                "/articles/procedures/surrender",
                "/articles/budapest/1"
            })
    void what_we_do_not_hold_is_not_found(String path) throws Exception {
        mvc.perform(get(path)).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void every_link_between_articles_and_procedures_leads_to_its_place(String language) throws Exception {
        var pages = Stream.of(
                "/articles",
                "/articles/7",
                "/articles/40",
                "/articles/42",
                "/articles/procedures/preservation",
                "/articles/procedures/assistance",
                "/articles/35",
                "/articles/44",
                "/articles/budapest/29",
                "/articles/10",
                "/articles/13");

        var seen = new HashMap<String, String>();
        int n = 0;
        for (var from : pages.toList()) {
            // From each page in one language, in turns; with --full in both.
            if (!FULL && n++ % LANGUAGES.size() != LANGUAGES.indexOf(language)) continue;
            for (var link : HREF.matcher(page(from, language)).results().toList()) {
                var to = link.group(1).replace("&amp;", "&");
                var there = seen.get(to);
                if (there == null) {
                    there = page(to, language);
                    seen.put(to, there);
                }
                if (link.group(2) != null) {
                    assertThat(there).as(from + " to " + link.group()).contains("id=\"" + link.group(2) + "\"");
                }
            }
        }
    }

    /** In one language or the other, in turns; with {@code --full} in both. */
    @Test
    void every_article_can_be_drawn() throws Exception {
        int n = 0;
        for (var instrument : convention.instruments()) {
            for (var article : convention.articles(instrument.edition())) {
                for (var language : FULL ? LANGUAGES : List.of(LANGUAGES.get(n++ % LANGUAGES.size()))) {
                    assertThat(page("/articles/" + instrument.id() + "/" + article.number(), language))
                            .as("%s %s %s", instrument.id(), article.number(), language)
                            .doesNotContain("articles.", "style=", "<script>");
                }
            }
        }
    }

    private String page(String path, String language) throws Exception {
        return mvc.perform(get(java.net.URI.create(path.replace("<", "%3C").replace(">", "%3E")))
                        .cookie(new Cookie("lang", language)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @TestConfiguration
    @ComponentScan("org.comity.convention")
    static class Law {

        @Bean
        Procedures procedures() {
            return List::of;
        }

        @Bean
        NewRequests requests() {
            return law -> false;
        }
    }
}
