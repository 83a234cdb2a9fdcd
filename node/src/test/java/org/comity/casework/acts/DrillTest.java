package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comity.capacity.ThreadsOfLaw;
import org.comity.casework.Compartments;
import org.comity.casework.Drills;
import org.comity.casework.Officers;
import org.comity.casework.UnsentActs;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A request is a drill wholly or not at all, everybody sees it, and it is counted nowhere. */
class DrillTest extends Officers {

    @Autowired
    private UnsentActs unsent;

    @Autowired
    private Drills drills;

    @Autowired
    private Clock clock;

    @Test
    void what_is_ticked_on_the_first_page_is_said_by_every_act_and_on_every_page() throws Exception {
        var begun = begun("yes");
        assertThat(drafts.get(begun).drill()).isTrue();
        assertThat(page("duty-officer", "/drafts/" + begun + "/state", "en"))
                .containsPattern("name=\"drill\"[^>]*checked");

        var row = sent(begun);

        assertThat(row.drill()).isTrue();
        assertThat(row.emergency()).as("nobody is woken").isFalse();
        var opening = threads.opening(row.thread()).orElseThrow();
        assertThat(opening.envelope().drill()).isTrue();
        assertThat(text(drafts.pdf(begun))).contains("DRILL: no real case").contains("Drill: nothing of this is real");
        for (var path : List.of("/requests/" + row.reference(), "/requests?view=all&q=" + row.reference())) {
            assertThat(page("duty-officer", path, "en")).as(path).containsPattern("Drill\\s*</span>");
            assertThat(page("duty-officer", path, "ar")).as(path).containsPattern("تمرين\\s*</span>");
        }

        var drill = "/requests/" + row.reference() + "/drill";
        assertThat(page("duty-officer", "/requests/" + row.reference(), "en")).contains("href=\"" + drill + "\"");
        assertThat(page("duty-officer", drill, "en"))
                .containsPattern("Drill\\s*</span>")
                .contains("Drill with ", "We asked", "no drill within seven days", "not yet", "Never published");
        assertThat(page("duty-officer", drill, "ar")).contains("لا يُنشر أبدًا");

        var maren = official("maren");
        var next = drafts.start(
                "preservation/1",
                "withdraw",
                Role.REQUESTING,
                "XD-1",
                row.thread(),
                java.util.Map.of("text", "Over."),
                maren);
        drafts.submit(next.id(), next.version(), maren);
        drafts.approve(next.id(), new Proof.Practice(), null, official("okell"));
        assertThat(threads.newest(row.thread()).stream()
                        .map(Threads.KeptAct::envelope)
                        .map(it -> it.type() + " " + it.drill()))
                .contains("request true", "withdraw true");
    }

    @Test
    void it_is_marked_on_every_page_of_the_request_and_on_the_paper_before_it_leaves() throws Exception {
        var begun = begun("yes");
        var paper = page("duty-officer", "/drafts/" + begun + "/preview", "en");
        assertThat(paper.substring(paper.indexOf("<article class=\"sheet\""), paper.indexOf("</article>")))
                .contains("This is a drill");
        assertThat(paper).contains("class=\"printhead\"");
        var path = "/requests/" + sent(begun).reference();

        for (var page :
                List.of("/documents", "/record", "/readers", "/shared", "/letter", "/record-act", "/compartment")) {
            assertThat(page("duty-officer", path + page, "en")).as(page).containsPattern("Drill\\s*</span>");
        }
    }

    @Test
    void the_desk_lists_it_and_does_not_count_it() throws Exception {
        var hour = clock.instant();
        int open = requests.count(Requests.View.ALL_OPEN, "maren", hour);
        var counts = requests.counts("maren", hour).byView();
        int waiting = unsent.toApprove(official("okell"));
        var begun = begun("yes");
        var written = drafts.save(
                begun,
                drafts.get(begun).version(),
                emergency(),
                drafts.get(begun).facts(),
                official("maren"));
        drafts.submit(begun, written.version(), official("maren"));
        assertThat(unsent.toApprove(official("okell"))).isEqualTo(waiting);

        drafts.approve(begun, new Proof.Practice(), null, official("okell"));

        var row = requests.find(Objects.requireNonNull(drafts.get(begun).reference()))
                .orElseThrow();
        assertThat(listed(Requests.View.ALL_OPEN, row.reference())).isTrue();
        assertThat(requests.count(Requests.View.ALL_OPEN, "maren", hour)).isEqualTo(open);
        assertThat(requests.counts("maren", hour).byView()).isEqualTo(counts);
    }

    @Test
    void it_is_counted_neither_in_the_register_of_the_year_nor_in_its_figures() throws Exception {
        // And the next, which may begin meanwhile.
        int year = clock.instant().atOffset(ZoneOffset.UTC).getYear();
        var before = counted(year);
        var drill = sent(begun("yes"));
        assertThat(counted(year)).isEqualTo(before);
        assertThat(ofYear(year)).doesNotContain(drill.reference());

        var earnest = sent(begun(null));
        assertThat(earnest.drill()).isFalse();
        assertThat(earnest.emergency()).isTrue();
        assertThat(counted(year)).isEqualTo(before + 1);
        assertThat(ofYear(year)).contains(earnest.reference());
    }

    @Test
    void a_tick_is_taken_away_while_the_request_is_written_and_not_after() throws Exception {
        var begun = begun("yes");
        var draft = drafts.get(begun);
        redirected(
                "duty-officer",
                post("/drafts/" + begun + "/state")
                        .param("version", Long.toString(draft.version()))
                        .param("instrument", "uncc"));
        assertThat(drafts.get(begun).drill()).isFalse();
        var row = sent(begun);

        drills.mark(begun, true, official("maren"));

        assertThat(drafts.get(begun).drill()).isFalse();
        assertThat(requests.find(row.reference()).orElseThrow().drill()).isFalse();
    }

    @Test
    void a_tick_is_not_lost_where_no_state_was_chosen() throws Exception {
        var answered = web.perform(
                        post("/requests/new/preservation")
                                .cookie(seat("duty-officer"))
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf())
                                .param("drill", "yes"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answered).containsPattern("name=\"drill\"[^>]*checked");
    }

    /** A need would stand on the list and take its place in a round; by whatever way it is marked, it stays in earnest. */
    @Test
    void what_is_listed_or_published_elsewhere_cannot_be_a_drill() throws Exception {
        assertThat(page("duty-officer", "/requests/new/preservation", "en")).contains("name=\"drill\"");
        assertThat(page("duty-officer", "/requests/new/capacity-need", "en"))
                .contains("name=\"counterpart\"")
                .doesNotContain("name=\"drill\"");
        var need = drafts.start(
                "capacity-need/1", "submit", Role.REQUESTING, "XD-1", null, java.util.Map.of(), official("maren"));

        drills.mark(need.id(), true, official("maren"));

        assertThat(drafts.get(need.id()).drill()).isFalse();
        drafts.discard(need.id(), official("maren"));
    }

    @Test
    void no_room_outside_casework_is_given_a_drill() throws Exception {
        var drill = sent(begun("yes"));
        var earnest = sent(begun(null));
        assertThat(requests.ofLaw("preservation", Role.REQUESTING, Compartments.ANYBODY, 2_000))
                .extracting(RequestRow::thread)
                .contains(earnest.thread())
                .doesNotContain(drill.thread());
        var newest = sent(begun("yes"));
        assertThat(requests.ofLaw("preservation", Role.REQUESTING, Compartments.ANYBODY, 1))
                .as("a drill takes no place")
                .hasSize(1)
                .extracting(RequestRow::thread)
                .doesNotContain(newest.thread());
        assertThat(requests.ofReferences(
                        "preservation",
                        Role.REQUESTING,
                        List.of(drill.reference(), earnest.reference()),
                        Compartments.ANYBODY))
                .extracting(RequestRow::thread)
                .containsExactly(earnest.thread());
        assertThat(new ThreadsOfLaw(requests, threads, "preservation").of(List.of(drill, earnest)))
                .hasSize(1);
    }

    private String begun(@org.jspecify.annotations.Nullable String tick) throws Exception {
        var begin =
                post("/requests/new/preservation").param("counterpart", "XD-1").param("instrument", "uncc");
        if (tick != null) {
            begin.param("drill", tick);
        }
        return redirected("duty-officer", begin).split("/")[2];
    }

    private RequestRow sent(String id) {
        var maren = official("maren");
        var draft = drafts.get(id);
        var saved = drafts.save(id, draft.version(), emergency(), draft.facts(), maren);
        Draft submitted = drafts.submit(id, saved.version(), maren);
        drafts.approve(id, new Proof.Practice(), null, official("okell"));
        return requests.find(Objects.requireNonNull(submitted.reference())).orElseThrow();
    }

    private long counted(int year) {
        return IntStream.rangeClosed(year, year + 1)
                .mapToObj(it -> requests.figures(it, "maren"))
                .flatMap(List::stream)
                .mapToLong(Requests.Figure::count)
                .sum();
    }

    private List<String> ofYear(int year) {
        var references = new ArrayList<String>();
        for (int each : List.of(year, year + 1)) requests.ofYear(each, "maren", it -> references.add(it.reference()));
        return references;
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
