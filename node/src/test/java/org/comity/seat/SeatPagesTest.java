package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Files;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.comity.identity.SoftPasskey;
import org.comity.proof.form.Digests;
import org.comity.thread.ThreadKeeping;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.support.TransactionTemplate;

/** From the invitation to an act that a court can check: a person of a State without a node, on the node of another. */
class SeatPagesTest extends PersonInASeat {

    @Autowired
    private ThreadKeeping keeping;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void a_person_is_invited_rung_given_a_key_and_answers_with_it() throws Exception {
        var id = keyMade();
        assertThat(signIn().getStatus()).as("before it is given").isEqualTo(401);
        assertThat(called(id, "0000 0000 0000 0000 0000 0000"))
                .contains("These are not the digits of the key that was made");
        given(id);
        assertThat(signIn().getRedirectedUrl()).isEqualTo("/seat");
        assertThat(seen("/seat").getContentAsString())
                .contains("Confirm your key")
                .doesNotContain("/seat/threads/");
        confirm();

        var thread = asked("XD-1");
        assertThat(allThreads()).contains("/seat/threads/" + thread, "Your turn");
        assertThat(seen("/seat/threads/" + thread).getContentAsString()).contains("/acknowledge");
        assertThat(seen("/seat/threads/" + thread + "/acknowledge").getStatus()).isEqualTo(200);
        var preview = said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl();
        assertThat(seen(preview).getContentAsString())
                .contains("it is not sent before officers of Dorvane have approved it with their passkeys")
                .doesNotContain("approved with the passkey of");
        var act = act(preview);

        assertThat(said(post(preview).param("assertion", passkey.asserted(new byte[32])))
                        .getStatus())
                .as("an assertion over something else")
                .isEqualTo(422);
        assertThat(threads.act(act)).isEmpty();
        assertThat(approved(preview).getRedirectedUrl()).isEqualTo("/seat/threads/" + thread);

        var kept = threads.act(act).orElseThrow();
        assertThat(kept.effect()).isEqualTo("effective");
        assertThat(kept.envelope().facts()).containsEntry("recorded", "seat").containsEntry("speaker", "XD-1");
        assertThat(verified(thread))
                .contains("Approved with the passkey of XD-1", "[seat-signature]", "had not been ended. [seat-ended]")
                .doesNotContain("FAILED");
        assertThat(page(
                        "duty-officer",
                        "/requests/" + threads.find(thread).orElseThrow().reference(),
                        "en"))
                .contains(
                        "From its seat, with a passkey",
                        "recorded by Aldoria for Dorvane, approved with the passkey of");
        assertThat(seen("/seat/threads/" + thread).getContentAsString())
                .contains("From its seat, with a passkey", "/seat/threads/" + thread + "/thread.zip");
        assertThat(taken("/seat/threads/" + thread + "/thread.zip"))
                .contains("Approved with the passkey of XD-1", "[seat-signature]", "had not been ended. [seat-ended]")
                .doesNotContain("FAILED");
        assertThat(seen("/seat/threads/" + asked("XB-1") + "/thread.zip").getStatus())
                .as("a thread of others")
                .isEqualTo(404);
    }

    /** However much is attached to how many acts: a page of them reads a few words of each. */
    @Test
    void a_page_names_who_approved_an_act_without_opening_what_is_sealed() throws Exception {
        confirmed();
        var thread = asked("XD-1");
        var preview = said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl();
        approved(preview);
        var act = act(preview);
        var sealed = threads.container(act).orElseThrow();

        sealed(act, new byte[] {0});
        assertThat(ofRequest(thread))
                .contains(
                        "approved with the passkey of",
                        "over what their passkey approved",
                        "did at its seat is approved")
                .doesNotContain("they did not sign this", "Written down by .");

        sealed(act, sealed);
        db.sql("delete from thread.seat_approval where act = :act")
                .param("act", act)
                .update();
        assertThat(ofRequest(thread))
                .as("of an act that was kept before they were written down")
                .contains("approved with the passkey of");
        sealed(act, new byte[] {0});
        assertThat(ofRequest(thread)).as("once").contains("approved with the passkey of");

        sealed(act, sealed);
        transaction.executeWithoutResult(forgetting -> keeping.forgetBody(act));
        assertThat(db.sql("select count(*) from thread.seat_approval where act = :act")
                        .param("act", act)
                        .query(Integer.class)
                        .single())
                .as("with the body")
                .isZero();
    }

    private void sealed(String act, byte[] container) {
        db.sql("update thread.container set bytes = :container where act = :act")
                .param("act", act)
                .param("container", container)
                .update();
    }

    @Test
    void what_we_say_stands_at_the_seat_at_once_and_no_letter_waits_to_be_posted() throws Exception {
        var waited = asked("XD-1");
        assertThat(ofRequest(waited)).contains("Post the letter", "It has not left");

        var id = confirmed();
        assertThat(ofRequest(waited))
                .as("written before anybody read here")
                .contains("At the seat since", "Nobody has opened it there yet")
                .doesNotContain("Post the letter", "has not left");

        var thread = asked("XD-1");
        assertThat(threads.opening(thread).orElseThrow().envelope().facts()).containsEntry("channel", "seat");
        assertThat(ofRequest(thread))
                .contains("At the seat of Dorvane", "Nobody has opened it there yet", "Print the letter")
                .doesNotContain("Post the letter", "has not left", "Send the finished letter", "knows nothing of it");
        listsSayThatItStandsAtTheSeat(thread);
        assertThat(seen("/seat/threads/" + thread).getContentAsString()).contains("The host sees on which day");
        assertThat(ofRequest(thread)).contains("Opened there on").doesNotContain("Nobody has opened it there yet");

        redirected("duty-officer", post("/seats/" + id + "/end").param("since", today()));
        assertThat(ofRequest(waited)).as("nobody opened it").contains("Post the letter", "It has not left");
        assertThat(ofRequest(thread)).as("opened in its time").contains("Opened there on");
    }

    /** And that nobody posted it. */
    private void listsSayThatItStandsAtTheSeat(String thread) throws Exception {
        var reference = threads.find(thread).orElseThrow().reference();
        var draft =
                drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, ordinary(), official("maren"));

        assertThat(rowOf(reference, "/requests?view=ALL&channel=SEAT&order=NEWEST"))
                .contains("At a seat</span>", "At the seat", "at the seat since")
                .doesNotContain("From a seat", "osted");
        assertThat(rowOf(draft.id(), "/requests?view=ALL&channel=SEAT"))
                .contains("At a seat</span>")
                .doesNotContain("etter");
        assertThat(page("duty-officer", "/requests?view=ALL&channel=MAIL", "en"))
                .as("it goes by no letter")
                .doesNotContain(draft.id());

        var year = today().substring(0, 4);
        assertThat(rowOf(reference, "/reporting/register?year=" + year))
                .contains("At a seat</td>", "at the seat since")
                .doesNotContain("osted");
        assertThat(page("duty-officer", "/reporting/register?year=" + year, "en"))
                .contains("At the seat</dt>");
        assertThat(page("duty-officer", "/reporting/register.csv?year=" + year, "en")
                        .lines()
                        .filter(it -> it.startsWith(reference)))
                .singleElement(STRING)
                .contains(",AtSeat,", ",AT_SEAT,,,")
                .doesNotContainIgnoringCase("posted");
    }

    /** The row of a list in which it stands. */
    private String rowOf(String named, String path) throws Exception {
        return Stream.of(page("duty-officer", path, "en").split("<tr|</tr>"))
                .filter(it -> it.contains(named))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_time_that_is_over_is_told_at_its_field() throws Exception {
        confirmed();
        var thread = asked("XD-1");
        var page = said(post("/seat/threads/" + thread + "/report-preserved")
                .param("kept", "logs")
                .param("preservedAt.date", "2026-01-01")
                .param("preservedAt.time", "10:00")
                .param("preservedAt.zone", "Z")
                .param("until.date", "2026-01-02")
                .param("until.time", "10:00")
                .param("until.zone", "Z"));
        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(page.getContentAsString())
                .contains("This time is over already.", "value=\"2026-01-02\"")
                .doesNotContain("it cannot have happened yet");
    }

    @Test
    void who_goes_back_from_what_is_to_be_signed_finds_what_was_written() throws Exception {
        confirmed();
        var thread = asked("XD-1");
        var form = "/seat/threads/" + thread + "/report-preserved";
        var preview = said(multipart(form)
                        .file(new MockMultipartFile("files", "list.pdf", "application/pdf", LETTER))
                        .param("kept", "The logs of the mail server")
                        .param("preservedAt.date", "2026-01-01")
                        .param("preservedAt.time", "10:00")
                        .param("preservedAt.zone", "Z")
                        .param("until.date", inDays(90))
                        .param("until.time", "10:00")
                        .param("until.zone", "Z"))
                .getRedirectedUrl();
        var back = form + "?act=" + act(preview);
        assertThat(seen(preview).getContentAsString()).contains(back, "Change what was written");

        assertThat(seen(back).getContentAsString())
                .contains("The logs of the mail server", "value=\"2026-01-01\"", "value=\"" + inDays(90) + "\"")
                .contains("Choose these again", "list.pdf");
        assertThat(seen(form.replace("report-preserved", "acknowledge") + "?act=" + act(preview))
                        .getContentAsString())
                .as("another form")
                .doesNotContain("The logs of the mail server");

        approved(preview);
        assertThat(seen(preview).getContentAsString())
                .as("one officer approved it as it is")
                .contains("Back to the thread")
                .doesNotContain("Change what was written");
    }

    @Test
    void what_was_typed_is_forgotten_once_it_is_said() throws Exception {
        confirmed();
        var preview =
                said(post("/seat/threads/" + asked("XD-1") + "/acknowledge")).getRedirectedUrl();
        approved(preview);

        assertThat(db.sql("select count(*) from cooperation.seat_draft where act = :act and typed is null")
                        .param("act", act(preview))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** Its host lives by UTC and the clock of its own capital; whoever sits there lives by that of theirs. */
    @Test
    void hours_stand_by_the_clock_of_the_authority_too() throws Exception {
        confirmed();
        var thread = asked("XD-1");
        var own = directory.get("XD-1");

        assertThat(seen("/seat/threads/" + thread).getContentAsString())
                .contains(
                        "<span>" + own.capital("en"),
                        "<span>" + directory.self().capital("en"));
    }

    private String ofRequest(String thread) throws Exception {
        return page(
                "duty-officer",
                "/requests/" + threads.find(thread).orElseThrow().reference(),
                "en");
    }

    @Test
    void the_page_of_a_new_request_says_that_it_goes_by_no_letter() throws Exception {
        assertThat(page("duty-officer", "/requests/new?to=XD-1", "en")).contains("no node: by letter");
        confirmed();

        assertThat(page("duty-officer", "/requests/new?to=XD-1", "en"))
                .contains("no node: it reads from a seat here")
                .doesNotContain("by letter</dd>");
    }

    @Test
    void an_ended_key_does_nothing_and_who_sits_there_is_sent_away() throws Exception {
        var id = confirmed();
        var thread = asked("XD-1");
        var preview = said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl();

        redirected("duty-officer", post("/seats/" + id + "/end").param("since", today()));

        assertThat(approved(preview).getRedirectedUrl()).isEqualTo("/seat/sign-in");
        assertThat(signIn().getStatus()).isEqualTo(401);
        assertThat(threads.act(act(preview))).isEmpty();
        assertThat(page("duty-officer", "/seats/" + id, "en")).contains("ended");
    }

    @Test
    void what_was_given_after_a_key_was_lost_is_doubtful() throws Exception {
        var id = confirmed();
        var thread = asked("XD-1");
        approved(said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl());
        assertThat(page("duty-officer", "/seats/" + id, "en")).doesNotContain("Doubtful acts");

        assertThat(answered(200, "duty-officer", post("/seats/" + id + "/end").param("since", "1900-01-01T00:00")))
                .contains("not before the day on which the seat was offered", "1900-01-01T00:00");
        redirected("duty-officer", post("/seats/" + id + "/end").param("since", today()));

        var ofKeys =
                threads.find(Objects.requireNonNull(giving.get(id).thread())).orElseThrow();
        assertThat(page("duty-officer", "/seats/" + id, "en"))
                .contains("Doubtful acts", threads.find(thread).orElseThrow().reference())
                .as("the thread of the keys has no page")
                .doesNotContain("/requests/" + ofKeys.reference());

        db.sql("update cooperation.seat_draft set assertions = null").update();
        assertThat(page("duty-officer", "/seats/" + id, "en"))
                .as("a row of an act that one officer sent held no assertions once")
                .contains("Doubtful acts", threads.find(thread).orElseThrow().reference());
    }

    @Test
    void what_the_authority_can_say_no_more_is_not_sent_because_it_was_written_before() throws Exception {
        confirmed();
        var thread = asked("XD-1");
        var path = "/seat/threads/" + thread + "/acknowledge";
        var first = said(post(path)).getRedirectedUrl();
        var second = said(post(path)).getRedirectedUrl();
        assertThat(second).isNotEqualTo(first);
        approved(first);

        var late = approved(second);

        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString()).contains("Your authority cannot say that now");
        assertThat(threads.act(act(second))).isEmpty();
    }

    @Test
    void an_act_waits_for_the_second_officer_whom_the_authority_asks_for() throws Exception {
        confirmed();
        var thread = asked("XD-1");
        var preview = said(post("/seat/threads/" + thread + "/unable").param("text", "No register is kept."))
                .getRedirectedUrl();
        approved(preview);
        assertThat(threads.act(act(preview))).isEmpty();
        assertThat(approved(preview).getStatus()).as("once more by the first").isEqualTo(422);

        passkey = new SoftPasskey();
        var second = confirmed();
        assertThat(seen("/seat/threads/" + thread).getContentAsString()).contains(preview);
        assertThat(seen(preview).getContentAsString()).contains("1 of 2 officers");
        assertThat(approved(preview).getRedirectedUrl()).isEqualTo("/seat/threads/" + thread);

        assertThat(threads.act(act(preview)).orElseThrow().effect()).isEqualTo("effective");
        assertThat(verified(thread)).contains("2 of its passkeys approved it").doesNotContain("FAILED");

        // What a lost key approved is doubtful, whoever wrote it.
        redirected("duty-officer", post("/seats/" + second + "/end").param("since", today()));
        assertThat(giving.doubtful(giving.get(second)))
                .extracting(SeatDraftRows.Doubtful::act)
                .contains(act(preview));
        assertThat(ofRequest(thread)).contains("Doubtful: the key of");
    }

    /** R73: each key comes with a letter, so its thread grows beyond what one file of an export may have. */
    @Test
    void what_was_said_holds_however_many_keys_the_authority_was_given() throws Exception {
        letter = new byte[700 << 10];
        new Random(1).nextBytes(letter);
        System.arraycopy(LETTER, 0, letter, 0, LETTER.length);
        for (int n = 1; n < 9; n++) {
            given(keyMade());
            passkey = new SoftPasskey();
        }
        confirmed();
        var thread = asked("XD-1");
        approved(said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl());

        assertThat(verified(thread))
                .contains("had not been ended. [seat-ended]")
                .doesNotContain("FAILED", "Nothing vouches");
        assertThat(folder.resolve("thread.zip"))
                .satisfies(it -> assertThat(Files.size(it)).isGreaterThan(9L * letter.length));
    }

    @Test
    void what_an_officer_takes_away_has_the_thread_of_seats_beside_it() throws Exception {
        confirmed();
        var thread = asked("XD-1");
        approved(said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl());
        var reference = threads.find(thread).orElseThrow().reference();

        var taken = web.perform(get("/requests/" + reference + "/thread.zip").cookie(seat("duty-officer")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        Files.write(folder.resolve("thread.zip"), taken);
        assertThat(verified()).contains("had not been ended. [seat-ended]").doesNotContain("FAILED", "is not here");
    }

    @Test
    void a_file_goes_with_what_is_said_and_what_is_no_file_of_that_kind_does_not() throws Exception {
        confirmed();
        var thread = asked("XD-1");
        var path = "/seat/threads/" + thread + "/acknowledge";

        var wrong =
                said(multipart(path).file(new MockMultipartFile("files", "list.pdf", "application/pdf", new byte[9])));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("Add at most five PDFs");
        var large = new byte[800 << 10];
        System.arraycopy(LETTER, 0, large, 0, LETTER.length);
        assertThat(said(multipart(path).file(new MockMultipartFile("files", "list.pdf", "application/pdf", large)))
                        .getStatus())
                .isEqualTo(422);
        var preview = said(multipart(path).file(new MockMultipartFile("files", "list.pdf", "application/pdf", LETTER)))
                .getRedirectedUrl();
        var sha256 = Digests.sha256(LETTER).replaceAll("(.{8})(?=.)", "$1 ");
        assertThat(seen(preview).getContentAsString())
                .as("what is shown is what is signed")
                .contains(preview + "/files/list.pdf", LETTER.length + " bytes", sha256);
        assertThat(seen(preview + "/files/list.pdf").getContentAsByteArray()).isEqualTo(LETTER);
        approved(preview);

        readAtTheSeat(thread, act(preview));
        var kept = threads.act(act(preview)).orElseThrow();
        assertThat(kept.effect()).isEqualTo("effective");
        assertThat(kept.envelope().attachments())
                .singleElement()
                .satisfies(it -> assertThat(it.name()).isEqualTo("list.pdf"));
        assertThat(verified(thread)).doesNotContain("FAILED");
    }

    private void readAtTheSeat(String thread, String act) throws Exception {
        var said = "/seat/threads/" + thread + "/acts/" + act;
        assertThat(seen("/seat/threads/" + thread).getContentAsString())
                .contains(said + "/files/list.pdf\">", LETTER.length + " bytes", said + "/act.pdf\">");
        assertThat(seen(said + "/files/list.pdf").getContentAsByteArray()).isEqualTo(LETTER);
        assertThat(seen(said + "/act.pdf").getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
        var others = asked("XB-1");
        var opening = threads.opening(others).orElseThrow().id();
        assertThat(seen("/seat/threads/" + others + "/acts/" + opening + "/act.pdf")
                        .getStatus())
                .isEqualTo(404);
        assertThat(seen("/seat/threads/" + thread + "/acts/" + opening + "/act.pdf")
                        .getStatus())
                .as("an act of others under a thread of its own")
                .isEqualTo(404);
    }

    /** R150: what was recorded for it the authority contests with a passkey, and the host's officers see it. */
    @Test
    void what_was_recorded_in_its_name_is_contested_by_the_authority() throws Exception {
        var id = confirmed();
        var thread = asked("XD-1");
        approved(said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl());
        var theirs = threads.newest(thread).getLast().id();
        assertThat(seen("/seat/records").getContentAsString())
                .contains(theirs, Objects.requireNonNull(giving.get(id).act()), "XD-1/s-")
                .doesNotContain(threads.newest(thread).getFirst().id())
                .as("words, no markup of ours that is shown as text")
                .doesNotContain("&lt;");

        assertThat(said(post("/seat/records").param("text", "Nobody of us said that."))
                        .getStatus())
                .isEqualTo(422);
        assertThat(said(post("/seat/records")
                                .param("acts", threads.newest(thread).getFirst().id())
                                .param("text", "Not its own."))
                        .getContentAsString())
                .contains("Mark at least one of the acts on this page.");
        var preview = said(post("/seat/records").param("acts", theirs).param("text", "Nobody of us said that."))
                .getRedirectedUrl();
        assertThat(seen(preview).getContentAsString()).contains("Contests what was recorded", theirs);
        assertThat(approved(preview).getRedirectedUrl()).isEqualTo("/seat");

        var seats = Objects.requireNonNull(giving.get(id).thread());
        assertThat(threads.find(seats).orElseThrow().state().json()).containsEntry("contested", true);
        assertThat(page("duty-officer", "/seats/" + id, "en"))
                .contains(
                        "Nobody of us said that.",
                        threads.find(thread).orElseThrow().reference());
        assertThat(verified(seats)).contains("XD-1").doesNotContain("FAILED");
    }

    /** R158: it signs where each register stands, and from then on nothing counts that comes from its seats. */
    @Test
    void an_authority_with_a_node_of_its_own_adopts_what_was_recorded_and_its_seats_end() throws Exception {
        var id = confirmed();
        var thread = asked("XD-1");
        var late = said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl();
        var unread = asked("XD-1");
        var preview = said(post("/seat/records").param("say", "adopt")).getRedirectedUrl();
        var last = threads.entries(thread, 0).getLast().entry();
        assertThat(seen(preview).getContentAsString())
                .contains("Has a node of its own")
                .containsPattern(thread + "</bdi> " + last.n() + " <bdi[^>]*>" + last.hash());

        assertThat(approved(preview).getRedirectedUrl())
                .as("one of two officers")
                .isEqualTo("/seat/records");
        assertThat(giving.get(id).status()).isEqualTo(SeatOfPerson.Status.CONFIRMED);
        passkey = new SoftPasskey();
        confirmed();
        assertThat(seen("/seat/records").getContentAsString()).contains(preview);
        assertThat(approved(preview).getRedirectedUrl()).isEqualTo("/seat");

        var seats = Objects.requireNonNull(giving.get(id).thread());
        assertThat(threads.find(seats).orElseThrow().state().name()).isEqualTo("Adopted");
        assertThat(giving.get(id).status()).isEqualTo(SeatOfPerson.Status.ENDED);
        assertThat(approved(late).getRedirectedUrl()).isEqualTo("/seat/sign-in");
        assertThat(signIn().getStatus()).isEqualTo(401);
        assertThat(ofRequest(unread))
                .as("nobody opened it at the seat, and now nobody can")
                .contains("Post the letter", "It has not left");
    }
}
