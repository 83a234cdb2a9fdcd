package org.comity.ui.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.ui.CurrentOfficial;
import org.comity.ui.Flash;
import org.comity.ui.PageNotices;
import org.comity.ui.SafeHtml;
import org.comity.ui.UiAlone;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@WebMvcTest(
        controllers = LayoutTest.Empty.class,
        properties = {
            "node.house.name.en=Aldoria",
            "node.house.name.ar=ألدوريا",
            "node.house.capital.en=Velin",
            "node.house.capital.ar=فيلين",
            "node.house.zone=+02:00"
        })
@Import({UiAlone.class, LayoutTest.Empty.class, LayoutTest.Sitting.class})
@WithMockUser
class LayoutTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Hand clock;

    @Test
    void names_the_page_the_state_the_clocks_and_the_official() throws Exception {
        assertThat(page("/empty", "en"))
                .contains("<html lang=\"en\" dir=\"ltr\" data-theme=\"auto\">", "<title>Empty – Comity</title>")
                .contains(">12:00</bdi>", ">14:00</bdi>", "Velin", "Aldoria", "I. Maren", "24/7 contact point")
                .contains("href=\"/desk\" aria-current=\"page\"", "Not a United Nations system")
                .contains("action=\"/search\"", "href=\"/empty?lang=ar\"");
    }

    @Test
    void says_each_notice_beside_the_others() throws Exception {
        assertThat(page("/empty", "en"))
                .contains(
                        "<div class=\"note flash amber\" role=\"status\">",
                        "<div class=\"note flash green\" role=\"status\">");
    }

    @Test
    void is_drawn_from_right_to_left_in_arabic_and_says_so_in_a_cookie() throws Exception {
        var response = mvc.perform(get("/empty?lang=ar")).andReturn().getResponse();

        assertThat(response.getContentAsString())
                .contains("<html lang=\"ar\" dir=\"rtl\"", "مكتب العمليات", "فيلين", "href=\"/empty?lang=en\"");
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("lang=ar; Path=/;")
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void the_address_goes_before_the_cookie_and_the_cookie_before_the_browser() throws Exception {
        assertThat(mvc.perform(get("/empty?lang=en").cookie(new Cookie("lang", "ar")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("lang=\"en\" dir");
        assertThat(mvc.perform(get("/empty").cookie(new Cookie("lang", "ar")).header("Accept-Language", "en"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("lang=\"ar\" dir");
        assertThat(mvc.perform(get("/empty").header("Accept-Language", "xx, ar;q=0.8"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("lang=\"ar\" dir");
        assertThat(mvc.perform(get("/empty?lang=xx")).andReturn().getResponse().getContentAsString())
                .contains("lang=\"en\" dir");
    }

    @Test
    void forbids_inline_script_and_style_and_carries_none() throws Exception {
        var response = mvc.perform(get("/empty")).andReturn().getResponse();

        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(response.getContentAsString()).doesNotContain("style=", "onclick", "<script>");
    }

    @Test
    void assets_have_names_that_change_with_their_content() throws Exception {
        assertThat(page("/empty", "en")).containsPattern("href=\"/assets/comity-[0-9a-f]{32}\\.css\"");
    }

    /** What was entered while the page was made may not stand on it: so it must count as news there. */
    @Test
    void says_when_it_was_asked_for_and_not_when_it_was_drawn() throws Exception {
        try {
            assertThat(page("/slow", "en")).contains("data-now=\"2026-11-24T12:00:00Z\"");
            assertThat(page("/empty", "en")).contains("data-now=\"2026-11-24T12:00:05Z\"");
        } finally {
            clock.now = UiAlone.NOON;
        }
    }

    private String page(String path, String language) throws Exception {
        return mvc.perform(get(path).cookie(new Cookie("lang", language)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Controller
    static class Empty {

        @Autowired
        Hand clock;

        @GetMapping("/slow")
        ModelAndView slow() {
            clock.now = clock.now.plusSeconds(5);
            return empty();
        }

        @GetMapping("/empty")
        ModelAndView empty() {
            return new ModelAndView(
                    "ui/layout",
                    Map.of(
                            "title",
                            "Empty",
                            "active",
                            "desk",
                            "content",
                            SafeHtml.text("Nothing"),
                            "plain",
                            false,
                            "narrow",
                            false));
        }
    }

    @TestConfiguration
    static class Sitting {

        @Bean
        @Primary
        Hand hand() {
            return new Hand();
        }

        @Bean
        PageNotices first() {
            return _ -> Optional.of(Flash.warned("ui.practice"));
        }

        @Bean
        PageNotices second() {
            return _ -> Optional.of(Flash.done("ui.skip"));
        }

        @Bean
        CurrentOfficial maren() {
            return () -> Optional.of(
                    new Official("maren", "I. Maren", "XA-1/o-7f3a", Set.of(Duty.DUTY_OFFICER, Duty.SECOND_OFFICER)));
        }
    }

    /** A clock whose hand the test moves. */
    static class Hand extends Clock {

        volatile Instant now = UiAlone.NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
