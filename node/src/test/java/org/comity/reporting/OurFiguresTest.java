package org.comity.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.capacity.NeededHelp;
import org.comity.casework.Correspondence.Arrived;
import org.comity.directory.AsSecretariat;
import org.comity.procedure.ActsOfThreads;
import org.comity.procedure.Procedures;
import org.comity.procedure.file.OfficersByLetter;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.vocabulary.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was asked of us is counted by the hour at which it came, and our times by its procedure's own table. */
@ExtendWith(AsSecretariat.class)
class OurFiguresTest extends OfficersByLetter {

    /** In a month that is over, so that no month ends meanwhile. */
    private static final LocalDate CAME = LocalDate.of(2026, 3, 10);

    @Autowired
    private OurFigures figures;

    @Autowired
    private Procedures procedures;

    @Autowired
    private List<ActFollower> followers;

    @Autowired
    private JdbcClient db;

    @Test
    void asking_back_is_our_first_word_and_no_answer() throws Exception {
        var before = figures.of(YearMonth.from(CAME), official("maren")).arrived();
        var arrived = new Arrived(Channel.BAG, CAME, "MJ/17", "", null);
        var need = correspondence.recordRequest("capacity-need/1", "XD-1", needed(), arrived, official("maren"));
        letters.says(need, "authenticate", Map.of("by", "Ministry of Justice of Dorvane"), Map.of());
        assertThat(times(need).acknowledged()).as("nothing was said by us").isNull();

        step(row(need), "ask", Map.of("text", "Which rank have they?"), Map.of(), "okell");
        assertThat(times(need).acknowledged()).isNotNull();
        assertThat(times(need).answered()).isNull();

        letters.says(need, "answer", Map.of("text", "Any."), Map.of());
        var until = clock.instant().plus(Duration.ofDays(400)).truncatedTo(ChronoUnit.SECONDS);
        step(row(need), "admit", Map.of(), Map.of("until", until.toString()), "okell");
        assertThat(times(need).answered()).isGreaterThanOrEqualTo(times(need).acknowledged());

        var now = figures.of(YearMonth.from(CAME), official("maren"));
        assertThat(now.arrived()).isGreaterThan(before);
        assertThat(now.measures())
                .allSatisfy(it ->
                        assertThat(it.lines()).extracting(FiguresView.Line::law).contains("capacity-need"));
        letters.says(need, "withdraw", Map.of("text", "No longer wanted."), Map.of());
    }

    /** The clock of whoever asks says nothing of our month; of paper the day was written down here. */
    @Test
    void what_reached_us_is_counted_by_our_clock_and_paper_by_its_day() throws Exception {
        var month = thisMonth().minusMonths(30);
        var day = month.atDay(17);
        var then = figures.of(month, official("maren"));
        var came = new Arrived(Channel.BAG, day, "MJ/18", "", null);
        var need = correspondence.recordRequest("capacity-need/1", "XD-1", needed(), came, official("maren"));
        var counted = figures.of(month, official("maren"));
        assertThat(counted.dayAlone()).isEqualTo(then.dayAlone() + 1);
        assertThat(counted.hours()).as("no hour is known").isEqualTo(then.hours());

        // The same act as it would have come by wire, of a node whose clock stands at that day.
        db.sql("update cooperation.request set arrived_at = null, channel = 'NODE' where reference = :r")
                .param("r", need)
                .update();
        var now = figures.of(thisMonth(), official("maren"));
        followers.stream()
                .filter(it -> it.name().equals("requests"))
                .forEach(it -> it.registered(byWire(row(need).thread())));

        assertThat(figures.of(month, official("maren")).arrived()).isEqualTo(then.arrived());
        var after = figures.of(thisMonth(), official("maren"));
        assertThat(after.timed()).isEqualTo(now.timed() + 1);
        assertThat(row(need).openedAt()).isBefore(clock.instant().minus(Duration.ofDays(800)));
        db.sql("update cooperation.request set channel = 'BAG' where reference = :r")
                .param("r", need)
                .update();
        letters.says(need, "withdraw", Map.of("text", "No longer wanted."), Map.of());
    }

    /** A follower that failed is told again later, perhaps in another month. */
    @Test
    void what_was_told_again_later_is_counted_when_it_reached_us() throws Exception {
        var need = correspondence.recordRequest("capacity-need/1", "XD-1", needed(), arrived(), official("maren"));
        db.sql("update cooperation.request set arrived_at = null where reference = :r")
                .param("r", need)
                .update();
        var event = byWire(row(need).thread());
        var kept = thisMonth().minusMonths(31).atDay(9).atTime(7, 0).atOffset(ZoneOffset.UTC);
        db.sql("""
                insert into thread.act (id, thread, type, ours, envelope, container_hash, kept_at)
                select :id, thread, type, false, envelope, container_hash, :kept from thread.act
                 where thread = :thread and n = 1
                """)
                .param("id", event.act().id())
                .param("kept", kept)
                .param("thread", row(need).thread())
                .update();

        followers.stream().filter(it -> it.name().equals("requests")).forEach(it -> it.registered(event));

        assertThat(db.sql("select arrived_at = :kept from cooperation.request where reference = :r")
                        .param("kept", kept)
                        .param("r", need)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        db.sql("delete from thread.act where id = :id")
                .param("id", event.act().id())
                .update();
        letters.says(need, "withdraw", Map.of("text", "No longer wanted."), Map.of());
    }

    private ActRegistered byWire(String id) {
        var opening = threads.opening(id).orElseThrow();
        var it = opening.envelope();
        var facts = new HashMap<>(it.facts());
        facts.remove("recorded");
        var envelope = new Envelope(
                it.network(),
                it.thread(),
                it.procedure(),
                it.convention(),
                it.type(),
                it.author(),
                it.addressee(),
                it.role(),
                it.time(),
                it.after(),
                it.drill(),
                facts,
                it.body(),
                it.attachments());
        var thread = threads.find(id).orElseThrow();
        var entry = threads.entries(id, 0).getFirst();
        return new ActRegistered(
                new Act(envelope, opening.body()), entry, thread.state(), thread.state(), true, thread);
    }

    @Test
    void the_page_has_each_figure_with_its_table_and_its_file() throws Exception {
        var need = correspondence.recordRequest("capacity-need/1", "XD-1", needed(), arrived(), official("maren"));
        var month = thisMonth().toString();
        assertThat(page("lawyer", "/reporting/figures", "en"))
                .containsAnyOf("Our figures, " + month, "Our figures, " + thisMonth());
        assertThat(page("lawyer", "/reporting/figures?month=" + month, "en"))
                .contains("Our figures, " + month, "<svg", "role=\"img\"")
                .contains("/reporting/figures/" + month + "/hours.csv", "/answer.csv", "/acknowledge.csv")
                .doesNotContain("style=", "<script>");
        assertThat(page("lawyer", "/reporting/figures?month=2001-02", "ar"))
                .contains("2001-02")
                .doesNotContain("figures.");
        assertThat(page("lawyer", "/reporting/figures/" + month + "/hours.csv", "en"))
                .startsWith("hour UTC,arrived");
        assertThat(page("lawyer", "/reporting/register", "en")).contains("href=\"/reporting/figures\"");
        assertThat(code("magistrate", "/reporting/figures")).isEqualTo(403);
        assertThat(code("magistrate", "/reporting/figures/" + month + "/hours.csv"))
                .isEqualTo(403);
        letters.says(need, "withdraw", Map.of("text", "No longer wanted."), Map.of());
    }

    @Test
    void what_is_no_month_or_is_to_come_is_said_at_its_field() throws Exception {
        var before = thisMonth();
        var later = before.plusMonths(2).toString();
        for (var typed : List.of("2026-13", later, "1999-01", "May")) {
            var asked = figures.month(typed);
            assertThat(asked.problems().at("month")).as(typed).isPresent();
            assertThat(asked.typed()).isEqualTo(typed);
            // This month, whether or not one ended meanwhile.
            assertThat(asked.month()).isIn(before, thisMonth());
        }
        assertThat(figures.month("").wrong()).isFalse();
        assertThat(figures.month("2020-02").month()).isEqualTo(YearMonth.of(2020, 2));
        assertThat(answered(400, "lawyer", get("/reporting/figures?month=2026-13")))
                .contains("value=\"2026-13\"", "id=\"f-month-problem\"");
        assertThat(code("lawyer", "/reporting/figures/" + later + "/hours.csv")).isEqualTo(302);
    }

    @Test
    void the_months_beside_it_are_linked_as_far_as_they_have_begun() throws Exception {
        YearMonth now;
        String shown;
        do {
            now = thisMonth();
            shown = page("lawyer", "/reporting/figures", "en");
        } while (!now.equals(thisMonth()));
        assertThat(shown)
                .contains("?month=" + now.minusMonths(1) + "\" rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
        assertThat(page("lawyer", "/reporting/figures?month=" + now.minusMonths(1), "en"))
                .contains("?month=" + now + "\" rel=\"next\"");
    }

    /** A bar after a word of any length begins anywhere: each has a cell of its own. */
    @Test
    void bars_begin_in_one_line_and_hours_have_their_numbers() throws Exception {
        var need = correspondence.recordRequest("capacity-need/1", "XD-1", needed(), arrived(), official("maren"));
        step(row(need), "ask", Map.of("text", "Which rank have they?"), Map.of(), "okell");
        var page = page("lawyer", "/reporting/figures", "en");
        assertThat(page).containsPattern("<td data-l=\"As bars[^>]*><svg");
        int most = figures.of(thisMonth(), official("maren")).fullestHour();
        assertThat(page)
                .containsPattern("text-anchor=\"middle\"[^>]*>" + most + "</text>")
                .contains(">Hour (UTC)</text>");
        letters.says(need, "withdraw", Map.of("text", "No longer wanted."), Map.of());
    }

    private TimesOfThread times(String reference) {
        var row = row(reference);
        return TimesOfThread.of(
                procedures.of(row.procedure()),
                row.ourRole(),
                row.openedAt(),
                ActsOfThreads.effective(threads, List.of(row)).get(row.thread()));
    }

    private YearMonth thisMonth() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static Map<String, Object> needed() {
        return NeededHelp.need("A course in the north", "25");
    }
}
