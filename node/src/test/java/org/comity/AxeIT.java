package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class AxeIT {

    @Test
    void what_breaks_a_rule_is_named_and_colours_only_if_asked() {
        try (var page = Chromium.browser().newPage()) {
            page.setContent("""
                    <!doctype html><html lang="en"><title>A page</title>
                    <main><h1>A page</h1><img src="data:,"><p style="color: #999; background: #aaa">grey on grey</p>
                    <p>A text with <a href="#a" style="color: #00f; text-decoration: none">a link</a> in it.</p></main>
                    """);

            assertThat(Axe.violationsButColours(page)).containsExactly("image-alt: <img src=\"data:,\">");
            assertThat(Axe.violations(page))
                    .hasSize(3)
                    .anyMatch(it -> it.startsWith("color-contrast: <p"))
                    .anyMatch(it -> it.startsWith("link-in-text-block: <a"));
        }
    }
}
