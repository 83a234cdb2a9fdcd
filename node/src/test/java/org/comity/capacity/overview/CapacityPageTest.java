package org.comity.capacity.overview;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.capacity.NeededHelp;
import org.comity.directory.AsSecretariat;
import org.comity.procedure.file.OfficersByLetter;
import org.comity.ui.PagesForTests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of capacity is beside every page of those who ask for help and give it, and leads to all that there is. */
class CapacityPageTest extends OfficersByLetter {

    @Autowired
    private CapacityProcedures procedures;

    @Test
    void a_state_finds_there_where_it_begins_before_it_has_any_thread() throws Exception {
        assertThat(page("lawyer", "/capacity", "en"))
                .contains("aria-current=\"page\"", "href=\"/requests/new/capacity-need\"")
                .contains("href=\"/requests/new/capacity-offer\"", "href=\"/assessment\"")
                .contains("href=\"/activities\"", "href=\"/experts\"", "href=\"/boards\"");
        assertThat(page("lawyer", "/capacity", "ar")).doesNotContain("capacity.", "capacity-need.");
        assertThat(page("second-officer", "/desk", "en")).contains("href=\"/capacity\"");
        assertThat(page("custodian", "/desk", "en")).doesNotContain("href=\"/capacity\"");
        assertThat(code("magistrate", "/capacity")).isEqualTo(403);
    }

    @Test
    void a_state_without_a_need_is_told_what_a_need_is_and_what_it_is_not() {
        var view = new CapacityView(
                false,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "capacity-need",
                "capacity-offer");
        for (var page : List.of(
                PagesForTests.withForms("en", clock.instant(), official("maren")),
                PagesForTests.withForms("ar", clock.instant(), official("maren")))) {
            var drawn = new StringOutput();
            TemplateEngine.createPrecompiled(ContentType.Html)
                    .render("capacity/overview/begin.jte", Map.of("page", page, "view", view), drawn);
            assertThat(drawn.toString())
                    .contains("href=\"/assessment\"", "href=\"/requests/new/capacity-need\"")
                    .doesNotContain("capacity.");
        }
    }

    /** The groups are those of the files. */
    @Test
    void it_is_about_the_procedures_that_their_files_put_there_needs_first() {
        assertThat(procedures.laws())
                .startsWith("capacity-need", "capacity-offer", "capacity-activity")
                .contains("capacity-item", "capacity-contribution")
                .doesNotContain("assistance", "preservation");
    }

    @Test
    void who_keeps_the_list_sees_what_waits_for_its_own_step() throws Exception {
        var need = AsSecretariat.during(() -> correspondence.recordRequest(
                "capacity-need/1",
                "XD-1",
                NeededHelp.need("A laboratory for the north", "25"),
                arrived(),
                official("maren")));
        letters.says(need, "authenticate", Map.of("by", "Ministry of Justice of Dorvane"), Map.of());

        assertThat(page("duty-officer", "/capacity", "en")).contains("Your turn", need, "A laboratory for the north");
        assertThat(page("duty-officer", "/requests/" + need, "en"))
                .contains("Who acts next", "You act", "Put it on the list", "our own aim", "Silence is no answer");
        letters.says(need, "withdraw", Map.of("text", "No longer wanted."), Map.of());
        assertThat(page("duty-officer", "/requests/" + need, "en")).doesNotContain("Who acts next");
        assertThat(page("duty-officer", "/capacity", "en")).doesNotContain(need);
    }
}
