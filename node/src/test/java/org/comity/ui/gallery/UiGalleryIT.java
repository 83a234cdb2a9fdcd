package org.comity.ui.gallery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.Axe;
import org.comity.Chromium;
import org.comity.ui.CurrentOfficial;
import org.comity.ui.LivePages;
import org.comity.ui.UiAlone;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

@SpringBootTest(
        classes = UiGalleryIT.Alone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "node.house.name.en=Aldoria",
            "node.house.name.ar=ألدوريا",
            "node.house.capital.en=Velin",
            "node.house.capital.ar=فيلين",
            "node.house.zone=+02:00",
            "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                    + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration,"
                    + "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration"
        })
@ExtendWith(Chromium.class)
class UiGalleryIT {

    private static final String OVERFLOWING = """
            () => [...document.querySelectorAll('body *')]
                .filter(it => !it.closest('.vh, .views, .rail, .skip, svg'))
                .filter(it => { const box = it.getBoundingClientRect();
                    return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1); })
                .map(it => it.tagName + '.' + it.className)""";

    @LocalServerPort
    int port;

    @Autowired
    LivePages live;

    @ParameterizedTest
    @CsvSource({"en, light", "en, dark", "ar, light", "ar, dark"})
    void every_component_is_accessible_and_fits_on_the_narrowest_screen(String language, String theme) {
        try (var context = context(language, theme)) {
            var page = context.newPage();
            var problems = listen(page);
            page.navigate(address("/practice/components"));

            assertThat(Axe.violations(page)).isEmpty();
            shoot(page, "gallery-" + language + "-" + theme);
            page.setViewportSize(320, 700);
            assertThat((List<?>) page.evaluate(OVERFLOWING)).isEmpty();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(320);
            shoot(page, "gallery-" + language + "-" + theme + "-narrow");
            assertThat(problems).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, /choices", "ar, /choices", "en, /nowhere", "ar, /nowhere", "en, /%00", "ar, /%00"})
    void the_other_pages_are_accessible(String language, String path) {
        try (var context = context(language, "light")) {
            var page = context.newPage();
            page.navigate(address(path));

            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertThat(Axe.violations(page)).isEmpty();
            page.setViewportSize(320, 700);
            assertThat((List<?>) page.evaluate(OVERFLOWING)).isEmpty();
            shoot(page, path.substring(1) + "-" + language);
        }
    }

    @Test
    void references_articles_and_hours_keep_their_direction_in_arabic() {
        try (var context = context("ar", "light")) {
            var page = context.newPage();
            page.navigate(address("/practice/components"));

            var bare = page.evaluate("""
                    () => { const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
                        const found = [];
                        while (walk.nextNode()) {
                            const text = walk.currentNode;
                            if (/[A-Z]{2}-\\d{4}-\\d{6}|\\d\\d:\\d\\d|\\d+\\(\\d/.test(text.data) && !text.parentElement.closest('bdi'))
                                found.push(text.data);
                        }
                        return found; }""");
            assertThat((List<?>) bare).isEmpty();
        }
    }

    @Test
    void what_arrives_is_counted_in_both_tabs_and_no_row_moves() {
        try (var context = context("en", "light")) {
            var first = context.newPage();
            first.navigate(address("/practice/components"));
            var second = context.newPage();
            second.navigate(address("/practice/components"));
            assertThat(first.locator("[data-live-state]")).hasText("Live");
            var rows = first.locator("[data-row]").evaluateAll("it => it.map(row => row.dataset.id)");
            first.locator("[data-row] a").first().focus();

            live.changed("requests", "XB-2026-004417");
            live.changed("requests", "XC-2026-000001");

            for (var page : List.of(first, second)) {
                assertThat(page.locator(".newbar")).containsText("2 requests arrived or changed");
                assertThat(page.locator("[data-id='XB-2026-004417'] .changed")).hasText("changed");
            }
            assertThat(first.locator("[data-row]").evaluateAll("it => it.map(row => row.dataset.id)"))
                    .isEqualTo(rows);
            assertThat(first.evaluate("() => document.activeElement === document.querySelector('[data-row] a')"))
                    .isEqualTo(true);
        }
    }

    @Test
    void letters_move_and_open_by_their_place_on_the_keyboard_and_rest_in_a_field() {
        try (var context = context("en", "light")) {
            var page = context.newPage();
            page.navigate(address("/practice/components"));

            page.locator("h1").click();
            page.keyboard().press("j");
            page.keyboard().press("j");
            assertThat(page.locator("[data-row].sel")).hasAttribute("data-id", "XA-2026-000388");
            page.keyboard().press("k");
            assertThat(page.locator("[data-row].sel")).hasAttribute("data-id", "XB-2026-004417");
            page.keyboard().press("/");
            assertThat(page.locator("#q")).isFocused();
            page.keyboard().press("j");
            assertThat(page.locator("#q")).hasValue("j");
            page.locator("h1").click();
            page.keyboard().press("p");
            assertThat(page).hasURL(address("/practice/components#a"));
        }
    }

    @Test
    void without_script_everything_is_there() {
        try (var context = Chromium.context(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB"))) {
            var page = context.newPage();
            page.navigate(address("/practice/components"));

            assertThat(page.locator("[data-clock=UTC]")).hasText("12:00");
            assertThat(page.locator(".age b").first()).hasText("7 min");
            assertThat(page.locator("[data-live-state]")).containsText("Reload");
        }
    }

    private BrowserContext context(String language, String theme) {
        var context = Chromium.context(
                new Browser.NewContextOptions().setViewportSize(1280, 900).setReducedMotion(ReducedMotion.REDUCE));
        context.addCookies(List.of(
                new Cookie("lang", language).setUrl(address("/")), new Cookie("theme", theme).setUrl(address("/"))));
        return context;
    }

    private static List<String> listen(Page page) {
        var problems = new ArrayList<String>();
        page.onConsoleMessage(it -> {
            if (it.type().equals("error") || it.type().equals("warning")) {
                problems.add(it.text());
            }
        });
        page.onResponse(it -> {
            if (it.status() >= 400) {
                problems.add(it.status() + " " + it.url());
            }
        });
        return problems;
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pictures/" + name + ".png"))
                .setFullPage(true));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    @Configuration
    @EnableAutoConfiguration
    @Import(UiAlone.class)
    static class Alone {

        @Bean
        CurrentOfficial maren() {
            return () -> Optional.of(
                    new Official("maren", "I. Maren", "XA-1/o-7f3a", Set.of(Duty.DUTY_OFFICER, Duty.LAWYER)));
        }

        @Bean
        SecurityFilterChain open(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(it -> it.anyRequest().permitAll()).build();
        }
    }
}
