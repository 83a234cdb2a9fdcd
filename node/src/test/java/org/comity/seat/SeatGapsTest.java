package org.comity.seat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.directory.AsSecretariat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.util.unit.DataSize;

/** A State without a node makes a need of its self-assessment, and its host keeps nothing of that but the draft. */
@ExtendWith(AsSecretariat.class)
class SeatGapsTest extends PersonInASeat {

    private static final String HEADER = "id,choice,words,law,in_force,mark,until,challenge,help\n";

    private final String taken = "gap" + UUID.randomUUID();
    private final String left = "gap" + UUID.randomUUID();

    @Autowired
    private JdbcClient db;

    @Autowired
    private OpeningFromSeats openings;

    @Value("${spring.servlet.multipart.file-size-threshold}")
    private DataSize inMemory;

    @Test
    void a_gap_of_a_sheet_becomes_a_draft_by_one_press_and_nothing_else_is_kept() throws Exception {
        confirmed();
        assertThat(seen("/seat").getContentAsString()).contains("/seat/gaps");
        assertThat(seen("/seat/gaps").getContentAsString())
                .contains(
                        "read in memory, shown to you, and forgotten",
                        "in a temporary file while it came",
                        "/seat/gaps/sheet.csv",
                        "/seat/gaps/articles/28");
        assertThat(seen("/seat/gaps/sheet.csv").getContentAsString(UTF_8)).contains("Q28.3", "A28");
        assertThat(seen("/seat/gaps/sheet.xlsx").getContentAsByteArray()).startsWith('P', 'K');

        var sheet = HEADER + "Q28.3,no," + taken + ",,,,,,\nQ25.1,no," + left + ",,,,,,\nQ99.1,no,x,,,,,,\n"
                + "Q28.1,yes,,,,,,,\nA28,,,,,C,,skills,A standard\n";
        var found = brought(sheet).getContentAsString();
        assertThat(found)
                .contains(taken, left, "A standard", "Row 4", "2 gaps", "Make this gap a need")
                .doesNotContain("assess.", "Q28.1");
        assertThat(tablesWith(taken)).as("looked at and forgotten").isEmpty();

        var draft = said(post("/seat/gaps/need")
                        .param("article", "28")
                        .param("asked", "Is there a written standard?")
                        .param("words", taken)
                        .param("challenge", "skills")
                        .param("help", "A standard"))
                .getRedirectedUrl();

        assertThat(draft).matches("/seat/openings/[0-9a-f-]{36}/what");
        assertThat(seen(draft).getContentAsString()).contains("value=\"A standard\"", "28");
        assertThat(seen(draft.replace("/what", "/why")).getContentAsString()).contains(taken);
        assertThat(tablesWith(taken)).containsExactly("cooperation.seat_opening");
        assertThat(tablesWith(left)).isEmpty();
    }

    @Test
    void a_page_of_one_article_needs_no_sheet_and_gives_back_what_was_typed() throws Exception {
        confirmed();
        assertThat(seen("/seat/gaps/articles/28").getContentAsString()).contains("Q28.4.choice", "Main challenge");
        assertThat(seen("/seat/gaps/articles/99").getStatus()).isEqualTo(404);

        var found = said(post("/seat/gaps/articles/28")
                        .param("Q28.4.choice", "0")
                        .param("Q28.4.words", taken)
                        .param("challenge", "people"))
                .getContentAsString();
        assertThat(found).contains("One gap", taken, "Make this gap a need");
        var kept = said(post("/seat/gaps/articles/28")
                .param("then", "sheet")
                .param("Q28.4.choice", "0")
                .param("Q28.4.words", taken));
        assertThat(kept.getHeader("Content-Disposition")).contains("assessment.csv");
        assertThat(brought(kept.getContentAsString(UTF_8)).getContentAsString()).contains("One gap", taken);
        var lost = said(post("/seat/gaps/articles/28")
                .param("then", "sheet")
                .param("Q28.1.choice", "yes")
                .param("Q28.4.words", left));
        assertThat(lost.getStatus()).as("no answer is left out unsaid").isEqualTo(422);
        assertThat(lost.getContentAsString()).contains("Choose an answer", left);
        var none = said(post("/seat/gaps/articles/28")
                .param("Q28.1.choice", "yes")
                .param("Q28.1.words", taken)
                .param("Q28.4.words", left));
        assertThat(none.getStatus()).isEqualTo(422);
        assertThat(none.getContentAsString()).contains("Choose an answer", taken, left);
        assertThat(said(post("/seat/gaps/articles/28").param("Q28.1.choice", "yes"))
                        .getContentAsString())
                .contains("There is no gap in these answers");

        assertThat(tablesWith(taken)).isEmpty();
    }

    @Test
    void what_cannot_be_begun_has_no_button_and_says_why() throws Exception {
        var seat = giving.get(confirmed());
        for (var old : openings.begun(seat)) openings.discard(seat, old.thread());
        for (int n = 0; n < 20; n++) openings.begin(seat, "capacity-need", Map.of());

        assertThat(brought(HEADER + "Q28.3,no," + taken + ",,,,,,\n").getContentAsString())
                .contains("One gap", taken, "twenty drafts that nobody sent", "throw away")
                .doesNotContain("Make this gap a need", "/seat/gaps/need");
        for (var old : openings.begun(seat)) openings.discard(seat, old.thread());
    }

    @Test
    void what_is_no_sheet_is_said_and_one_that_needs_a_temporary_file_is_not_taken() throws Exception {
        confirmed();
        assertThat(brought("").getContentAsString()).contains("The file is empty or too large");
        assertThat(brought("a,b\n1,2\n").getContentAsString()).contains("must stand in the first row");
        var large = HEADER + "Q28.3,no," + "x".repeat(120_000) + "\n";
        assertThat(brought(large).getStatus()).isEqualTo(422);

        assertThat(inMemory.toBytes())
                .as("what is taken needs no temporary file")
                .isGreaterThan(121_000);
    }

    @Test
    void nobody_else_is_shown_these_pages() throws Exception {
        var out = cookie;
        assertThat(seen("/seat/gaps").getRedirectedUrl()).isEqualTo("/seat/sign-in");
        var id = keyMade();
        given(id);
        signIn();
        assertThat(cookie).isNotEqualTo(out);
        assertThat(seen("/seat/gaps").getStatus())
                .as("a key that is not confirmed")
                .isEqualTo(404);
        assertThat(web.perform(MockMvcRequestBuilders.get("/seat/gaps").cookie(seat("duty-officer")))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .as("an official is nobody there")
                .isEqualTo("/seat/sign-in");
    }

    @Test
    void the_pages_are_there_in_arabic() throws Exception {
        confirmed();
        for (var path : List.of("/seat/gaps", "/seat/gaps/articles/28")) {
            var page = web.perform(MockMvcRequestBuilders.get(path).cookie(cookie, new Cookie("lang", "ar")))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(UTF_8);
            assertThat(page).contains("dir=\"rtl\"").doesNotContain("assess.", "Show the gaps");
        }
    }

    private org.springframework.mock.web.MockHttpServletResponse brought(String sheet) throws Exception {
        return said(multipart("/seat/gaps/sheet")
                .file(new MockMultipartFile("file", "a.csv", "text/csv", sheet.getBytes(UTF_8)))
                .cookie(new Cookie("lang", "en")));
    }

    /** Every table of this node that has it anywhere. */
    private List<String> tablesWith(String word) {
        return db.sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                         where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                         order by 1""").query(String.class).list().stream()
                .filter(table -> db.sql("select exists (select from " + table
                                + " t where t::text like :word or t::text like :bytes)")
                        .param("word", "%" + word + "%")
                        .param("bytes", "%" + HexFormat.of().formatHex(word.getBytes(UTF_8)) + "%")
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
