package org.comity.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.casework.Correspondence;
import org.comity.casework.DomesticFile;
import org.comity.casework.Officers;
import org.comity.identity.Approvals.Proof;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.procedure.Procedures;
import org.comity.thread.Threads;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.Practising;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of a lesson are ticked by the record, by who did them, and by nothing that lay there before it began. */
class LessonsTest extends Officers {

    @Autowired
    private ShippedLessons lessons;

    @Autowired
    private LessonRuns runs;

    @Autowired
    private TickingSteps ticking;

    @Autowired
    private Correspondence byLetter;

    @Autowired
    private DomesticFile file;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Officials officials;

    @Autowired
    private Clock clock;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TransactionTemplate in;

    @Test
    void there_are_four_of_four_to_nine_minutes() {
        assertThat(lessons.all()).extracting(Lesson::id).containsExactly("answer", "send", "evidence", "handover");
        assertThat(lessons.all())
                .extracting(Lesson::minutes)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).isBetween(4, 9));
        assertThat(lessons.all())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(LessonView.of(it, null, true, false, List.of(), FormProblems.NONE)
                                .most())
                        .isEqualTo(10));
    }

    @Test
    void a_request_is_answered_step_by_step() throws Exception {
        var run = begun("answer", "maren");
        assertThat(done(run)).containsOnly(false);

        var reference = asked();
        var thread = requests.find(reference).orElseThrow().thread();
        page("second-officer", "/requests/" + reference, "en");
        assertThat(done(run)).as("opened by another").containsOnly(false);

        page("duty-officer", "/requests/" + reference, "en");
        requests.own(reference, "maren", official("maren"));
        assertThat(done(run)).startsWith(true, true, false);

        act(thread, "acknowledge", Map.of(), Map.of(), "maren");
        file.add(thread, DomesticFile.Kind.PASSED_ON, "For an order.", "", null, null, official("maren"));
        file.add(thread, DomesticFile.Kind.ORDER, "Granted.", "26-1", null, null, official("sorane"));
        assertThat(done(run)).containsExactly(true, true, true, true, true, false, false);

        var now = clock.instant();
        var until = Map.of("until", now.plus(Duration.ofDays(70)).toString());
        act(thread, "report-preserved", Map.of("preservedAt", now.toString(), "kept", "logs"), until, "tolva");
        assertThat(done(run)).hasSize(7).containsOnly(true);
        assertThat(soFar(run).points()).isEqualTo(10);
        assertThat(soFar(begun("answer", "maren")).stepsDone())
                .as("what lay there before it began")
                .isZero();
    }

    @Test
    void a_request_that_was_acknowledged_before_is_another() throws Exception {
        var reference = asked();
        act(requests.find(reference).orElseThrow().thread(), "acknowledge", Map.of(), Map.of(), "maren");
        var run = begun("answer", "maren");
        page("duty-officer", "/requests/" + reference, "en");
        assertThat(done(run)).containsOnly(false);
    }

    @Test
    void a_request_is_sent_and_its_approval_is_a_second_officers() {
        var run = begun("send", "maren");
        var draft = submitted("XD-1", ordinary());
        assertThat(done(run)).containsExactly(true, true, false, false, false);

        drafts.approve(draft.id(), new Proof.Practice(), null, official("tolva"));
        assertThat(done(run)).containsExactly(true, true, true, false, false);
        assertThat(soFar(run).points()).isEqualTo(7);
        assertThat(soFar(run).next()).isEqualTo(4);
    }

    @Test
    void the_shift_is_handed_over_by_the_same_note() throws Exception {
        var old = redirected(
                "duty-officer", post("/desk/handover").param("words", "Before.").param("once", token()));
        var run = begun("handover", "maren");
        var reference = asked();
        page("duty-officer", "/requests/" + reference, "en");
        redirected(
                "duty-officer",
                post("/requests/owner").param("request", reference).param("owner", "tolva"));
        redirected("second-officer", post(old + "/taken").param("read", "promises", "watch"));
        assertThat(done(run)).containsExactly(true, true, false, false);

        var note = redirected(
                "duty-officer",
                post("/desk/handover").param("words", "Call Dorvane.").param("once", token()));
        assertThat(done(run)).containsExactly(true, true, true, false);
        redirected("second-officer", post(note + "/taken").param("read", "promises", "watch"));
        assertThat(done(run)).containsExactly(true, true, true, true);
        assertThat(soFar(run).points()).isEqualTo(10);
    }

    @Test
    void the_verdict_names_the_file_that_this_node_refused() throws Exception {
        sent("XD-1", ordinary(), "tolva");
        var row = threads.list(Threads.Filter.ALL, null, 1).getFirst();
        var altered = mock(AlteredFiles.class);
        when(altered.any(any())).thenAnswer(it -> row.id().equals(it.getArgument(0)));
        when(altered.delivered(row.id())).thenReturn(List.of("mailbox.mbox", "sign-ins.csv"));
        when(altered.isAltered(row.id(), "mailbox.mbox")).thenReturn(true);
        var steps = new TickingSteps(runs, threads, procedures, officials, altered);
        var lesson = lessons.find("evidence").orElseThrow();
        var run = begun("evidence", "maren");

        page("duty-officer", "/requests/" + row.reference(), "en");
        assertThat(steps.soFar(lesson, run).done()).containsExactly(true, false, false);
        assertThat(steps.soFar(lesson, run).points())
                .as("opened, no wrong verdict")
                .isEqualTo(4);

        runs.verdict(run, row.id(), "sign-ins.csv", false, official("maren"));
        assertThat(steps.soFar(lesson, run).done()).containsExactly(true, false, false);
        assertThat(steps.soFar(lesson, run).points()).isEqualTo(1);

        runs.verdict(run, row.id(), "mailbox.mbox", true, official("maren"));
        in.executeWithoutResult(it -> ledger.record(official("maren"), "message.written", row.id(), Map.of()));
        assertThat(steps.soFar(lesson, run).done()).containsExactly(true, true, true);
        assertThat(steps.soFar(lesson, run).points()).isEqualTo(7);
    }

    @Test
    void every_page_says_the_next_step_until_the_lesson_is_left() throws Exception {
        var led = led("duty-officer", "/practice/lessons/send/begin");
        assertThat(led.getValue()).matches("XA\\.send\\.[0-9a-f]{16}");
        assertThat(withLesson("duty-officer", "/desk", led)).contains("Send a request, step 1 of 5:");
        assertThat(withLesson("second-officer", "/desk", led))
                .as("the browser is led, whoever sits there")
                .contains("Send a request, step 1 of 5:");
        assertThat(page("duty-officer", "/desk", "en")).doesNotContain("step 1 of 5:");
        assertThat(withLesson("duty-officer", "/desk", new Cookie("lesson", "XB.send." + "0".repeat(16))))
                .as("of another State's node")
                .contains("This State was asked");
        assertThat(withLesson("duty-officer", "/desk", new Cookie("lesson", "XA.send." + "0".repeat(16))))
                .doesNotContain("step 1 of 5:");
        assertThat(led("duty-officer", "/practice/lessons/leave").getValue()).isEqualTo("left");
        assertThat(page("duty-officer", "/practice/lessons/send", "en")).contains("step 1 of 5", "Go on");
    }

    @Test
    void a_trainer_tells_the_class_and_puts_a_lesson_back_and_nobody_else() throws Exception {
        var led = led("duty-officer", "/practice/lessons/handover/begin");
        assertThat(code("duty-officer", "/practice/lessons/class")).isEqualTo(403);
        assertThat(page("administrator", "/practice/lessons/class", "en")).contains("I. Maren", "Hand over a shift");

        redirected("administrator", post("/practice/lessons/class/told").param("words", "A break of ten minutes."));
        assertThat(withLesson("duty-officer", "/desk", led)).contains("A break of ten minutes.");
        redirected("administrator", post("/practice/lessons/class/told").param("words", ""));
        assertThat(withLesson("duty-officer", "/desk", led)).doesNotContain("A break of ten minutes.");
        answered(200, "administrator", post("/practice/lessons/class/told").param("words", "x".repeat(301)));

        var run = led.getValue().split("\\.")[2];
        assertThat(page("administrator", "/practice/lessons/class", "en")).contains("value=\"" + run + "\"");
        assertThat(again(run)).isEqualTo("lessons.again.done");
        assertThat(again(run)).as("put back already, and said so").isEqualTo("lessons.again.gone");
        assertThat(withLesson("duty-officer", "/desk", led)).doesNotContain("Hand over a shift, step");
        assertThat(page("duty-officer", "/practice/lessons/handover", "en")).contains("not begun");
    }

    private String again(String run) throws Exception {
        var again = post("/practice/lessons/class/again").param("run", run);
        var flash = web.perform(again.cookie(seat("administrator")).with(csrf()))
                .andReturn()
                .getFlashMap()
                .get("flash");
        return ((Flash) Objects.requireNonNull(flash)).key();
    }

    @Test
    void who_sits_in_another_chair_begins_nothing() throws Exception {
        answered(403, "oversight", post("/practice/lessons/send/begin"));
        assertThat(page("oversight", "/practice/lessons/send", "ar")).contains("الضابط المناوب");
    }

    private LessonRun begun(String lesson, String by) {
        var key = runs.begin(lessons.find(lesson).orElseThrow(), official(by));
        return runs.find(key).orElseThrow();
    }

    private LessonSoFar soFar(LessonRun run) {
        return ticking.soFar(lessons.find(run.lesson()).orElseThrow(), run);
    }

    private List<Boolean> done(LessonRun run) {
        return soFar(run).done();
    }

    /** A request of a State without a node that came by mail. */
    private String asked() {
        var yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        var arrived = new Correspondence.Arrived(Channel.MAIL, yesterday, "", "", null);
        return byLetter.recordRequest("preservation/1", "XD-1", ordinary(), arrived, official("maren"));
    }

    private void act(
            String thread, String type, Map<String, Object> body, Map<String, String> facts, String approvedBy) {
        var maren = official("maren");
        var begun = drafts.start("preservation/1", type, Role.REQUESTED, "XD-1", thread, body, maren);
        var saved = drafts.save(begun.id(), begun.version(), body, facts, maren);
        drafts.submit(saved.id(), saved.version(), maren);
        drafts.approve(saved.id(), new Proof.Practice(), null, official(approvedBy));
    }

    private Cookie led(String chair, String path) throws Exception {
        var answer = web.perform(post(path).cookie(seat(chair)).with(csrf()))
                .andReturn()
                .getResponse();
        return Objects.requireNonNull(answer.getCookie(Practising.LESSON_COOKIE));
    }

    private String withLesson(String chair, String path, Cookie lesson) throws Exception {
        return web.perform(get(path).cookie(seat(chair)).cookie(lesson))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
