package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.comity.procedure.RequestRow;
import org.comity.ui.Page;
import org.comity.ui.PagesForTests;
import org.junit.jupiter.api.Test;

/** An empty desk says how much is open and which date comes first, with its link. */
class CalmDeskTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void it_counts_and_leads_to_the_next_date() {
        var english = drawn(PagesForTests.english(NOON), new CalmDesk(33, 23, ends(Duration.ofDays(6))));
        assertThat(english)
                .contains(
                        "Open: 33. Waiting for others: 23.",
                        "The next date that matters is 30 Nov 2026: what is kept ends in",
                        "href=\"/requests/XA-2026-000007\"");
        assertThat(drawn(PagesForTests.arabic(NOON), new CalmDesk(33, 501, ends(Duration.ofDays(6)))))
                .contains("المفتوح: 33", "href=\"/requests/XA-2026-000007\"");
    }

    @Test
    void what_has_ended_and_that_nothing_ends_is_said() {
        assertThat(drawn(PagesForTests.english(NOON), new CalmDesk(1, 1, ends(Duration.ofDays(-1)))))
                .contains("What was kept ended on 23 Nov 2026");
        assertThat(drawn(PagesForTests.english(NOON), new CalmDesk(0, 0, null)))
                .contains("Nothing that is kept ends in the next 14 days.")
                .doesNotContain("href=\"/requests/");
    }

    private static RequestRow ends(Duration in) {
        var row = mock(RequestRow.class);
        when(row.until()).thenReturn(NOON.plus(in));
        when(row.address()).thenReturn("XA-2026-000007");
        when(row.named()).thenReturn("XA-2026-000007");
        when(row.subject(any())).thenReturn("Preserve stored data");
        return row;
    }

    private static String drawn(Page page, CalmDesk calm) {
        var out = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("desk/calm.jte", Map.of("page", page, "title", "Nothing", "calm", calm), out);
        return out.toString();
    }
}
