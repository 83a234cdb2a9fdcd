package org.comity.seat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comity.casework.Officers;
import org.comity.directory.Directory;
import org.comity.exchange.Exchange;
import org.comity.identity.SoftPasskey;
import org.comity.proof.Act;
import org.comity.proof.Anchor;
import org.comity.proof.Approval;
import org.comity.proof.SeatProof;
import org.comity.proof.Verify;
import org.comity.thread.JointThreadExport;
import org.comity.thread.JointThreads;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** From the invitation to an act that a court can check: a person of a State without a node, on the node of another. */
class SeatPagesTest extends Officers {

    private static final int ALONE = 6;
    private static final byte[] LETTER = "%PDF-1.7 we name the person".getBytes(UTF_8);

    @Autowired
    private Directory directory;

    @Autowired
    private JointThreads joint;

    @Autowired
    private JointThreadExport joints;

    @TempDir
    Path folder;

    private SoftPasskey passkey = new SoftPasskey();
    private Cookie cookie = new Cookie("none", "none");

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

        var thread = Objects.requireNonNull(sent("XD-1", ordinary(), "tolva").thread());
        assertThat(seen("/seat").getContentAsString()).contains("/seat/threads/" + thread);
        assertThat(seen("/seat/threads/" + thread).getContentAsString()).contains("/acknowledge");
        assertThat(seen("/seat/threads/" + thread + "/acknowledge").getStatus()).isEqualTo(200);
        var preview = said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl();
        assertThat(seen(preview).getContentAsString()).contains("approved with the passkey of XD-1/s-");
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
        assertThat(seen("/seat/threads/" + thread).getContentAsString()).contains("From its seat, with a passkey");
    }

    @Test
    void an_ended_key_does_nothing_and_who_sits_there_is_sent_away() throws Exception {
        var id = keyMade();
        given(id);
        signIn();
        confirm();
        var thread = Objects.requireNonNull(sent("XD-1", ordinary(), "tolva").thread());
        var preview = said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl();

        redirected("duty-officer", post("/seats/" + id + "/end").param("since", "2026-01-01T00:00"));

        assertThat(approved(preview).getRedirectedUrl()).isEqualTo("/seat/sign-in");
        assertThat(signIn().getStatus()).isEqualTo(401);
        assertThat(threads.act(act(preview))).isEmpty();
        assertThat(page("duty-officer", "/seats/" + id, "en")).contains("ended");
    }

    @Test
    void what_was_given_after_a_key_was_lost_is_doubtful() throws Exception {
        var id = keyMade();
        given(id);
        signIn();
        confirm();
        var thread = Objects.requireNonNull(sent("XD-1", ordinary(), "tolva").thread());
        approved(said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl());
        assertThat(page("duty-officer", "/seats/" + id, "en")).doesNotContain("Doubtful acts");

        redirected("duty-officer", post("/seats/" + id + "/end").param("since", "2026-01-01T00:00"));

        assertThat(page("duty-officer", "/seats/" + id, "en"))
                .contains("Doubtful acts", threads.find(thread).orElseThrow().reference());
    }

    @Test
    void what_the_authority_can_say_no_more_is_not_sent_because_it_was_written_before() throws Exception {
        given(keyMade());
        signIn();
        confirm();
        var thread = Objects.requireNonNull(sent("XD-1", ordinary(), "tolva").thread());
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
    void whoever_is_invited_has_a_name_of_bounded_length() throws Exception {
        assertThat(answered(
                        200,
                        "duty-officer",
                        post("/seats")
                                .param("authority", "XD-1")
                                .param("name", "x".repeat(201))
                                .param("function", "Head of unit")))
                .contains("Write the person")
                .doesNotContain("/seat/invitation/");
    }

    @Test
    void an_act_waits_for_the_second_officer_whom_the_authority_asks_for() throws Exception {
        given(keyMade());
        signIn();
        confirm();
        var thread = Objects.requireNonNull(sent("XD-1", ordinary(), "tolva").thread());
        var preview = said(post("/seat/threads/" + thread + "/unable").param("text", "No register is kept."))
                .getRedirectedUrl();
        approved(preview);
        assertThat(threads.act(act(preview))).isEmpty();
        assertThat(approved(preview).getStatus()).as("once more by the first").isEqualTo(422);

        passkey = new SoftPasskey();
        given(keyMade());
        signIn();
        confirm();
        assertThat(seen("/seat/threads/" + thread).getContentAsString()).contains(preview);
        assertThat(seen(preview).getContentAsString()).contains("1 of 2 officers");
        assertThat(approved(preview).getRedirectedUrl()).isEqualTo("/seat/threads/" + thread);

        assertThat(threads.act(act(preview)).orElseThrow().effect()).isEqualTo("effective");
        assertThat(verified(thread)).contains("2 of its passkeys approved it").doesNotContain("FAILED");
    }

    /** R102, R153: asked in at its host, it joins by passkeys, is heard with the others, and the export says so. */
    @Test
    void an_authority_without_a_node_joins_a_joint_thread_and_speaks_in_it() throws Exception {
        given(keyMade());
        signIn();
        confirm();
        var first = cookie;
        var firstKey = passkey;
        passkey = new SoftPasskey();
        given(keyMade());
        signIn();
        confirm();
        var thread = jointThread();
        assertThat(seen("/seat/joint/" + thread).getStatus()).as("of others").isEqualTo(404);
        assertThat(page("duty-officer", "/joint/" + thread + "/invite", "en"))
                .contains("it speaks from a seat on ours");
        sentInJoint(post("/joint/" + thread + "/invite")
                .param("party", "XD-1")
                .param("as", "member")
                .param("shown", "all"));
        assertThat(joint.find(thread)
                        .orElseThrow()
                        .state()
                        .invited()
                        .get("XD-1")
                        .at())
                .isEqualTo("XA-1");

        assertThat(seen("/seat").getContentAsString()).contains("/seat/joint/" + thread, "One botnet in three States");
        assertThat(seen("/seat/joint/" + thread).getContentAsString())
                .contains("/seat/joint/" + thread + "/join", "The same servers.")
                .doesNotContain("/leave");
        assertThat(seen("/seat/joint/" + thread + "/leave").getStatus()).isEqualTo(409);
        var join = said(post("/seat/joint/" + thread + "/join")).getRedirectedUrl();
        assertThat(seen(join).getContentAsString()).contains("approved with the passkey of XD-1/s-", "0 of 2 officers");
        assertThat(approved(join).getRedirectedUrl()).isEqualTo("/seat/joint/" + thread);
        assertThat(joint.find(thread).orElseThrow().state().parties()).doesNotContainKey("XD-1");
        cookie = first;
        passkey = firstKey;
        assertThat(seen("/seat/joint/" + thread).getContentAsString()).contains(join);
        approved(join);

        assertThat(joint.find(thread)
                        .orElseThrow()
                        .state()
                        .parties()
                        .get("XD-1")
                        .at())
                .isEqualTo("XA-1");
        assertThat(page("duty-officer", "/joint/" + thread, "en"))
                .contains("recorded by Aldoria for Dorvane, approved with the passkey of XD-1/s-");
        assertThat(seen("/seat/joint/" + thread + "/leave").getContentAsString())
                .contains("We see nothing that is said afterwards.");
        var meeting = "/joint/" + thread + "/acts/"
                + joint.opening(thread).orElseThrow().envelope().id() + "/letter.pdf?to=";
        assertThat(page("duty-officer", "/joint/" + thread, "en")).contains(meeting + "XD-1", "Letter to Dorvane");
        var letter = web.perform(get(URI.create(meeting + "XD-1")).cookie(seat("duty-officer")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(letter)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Dorvane", "Parties", "Aldoria", "The same servers.");
        }
        assertThat(code("duty-officer", meeting + "XB-1")).as("it has a node").isEqualTo(404);
        assertThat(exported(thread))
                .contains("2 of its passkeys approved it", "[seat-signature]", "had not been ended. [seat-ended]")
                .doesNotContain("FAILED");
    }

    @Test
    void a_file_goes_with_what_is_said_and_what_is_no_file_of_that_kind_does_not() throws Exception {
        given(keyMade());
        signIn();
        confirm();
        var thread = Objects.requireNonNull(sent("XD-1", ordinary(), "tolva").thread());
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
        approved(preview);

        var kept = threads.act(act(preview)).orElseThrow();
        assertThat(kept.effect()).isEqualTo("effective");
        assertThat(kept.envelope().attachments())
                .singleElement()
                .satisfies(it -> assertThat(it.name()).isEqualTo("list.pdf"));
        assertThat(verified(thread)).doesNotContain("FAILED");
    }

    /** R150: what was recorded for it the authority contests with a passkey, and the host's officers see it. */
    @Test
    void what_was_recorded_in_its_name_is_contested_by_the_authority() throws Exception {
        var id = keyMade();
        given(id);
        signIn();
        confirm();
        var thread = Objects.requireNonNull(sent("XD-1", ordinary(), "tolva").thread());
        approved(said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl());
        var theirs = threads.newest(thread).getLast().id();
        assertThat(seen("/seat/records").getContentAsString())
                .contains(theirs, Objects.requireNonNull(giving.get(id).act()), "XD-1/s-")
                .doesNotContain(threads.newest(thread).getFirst().id());

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
        var id = keyMade();
        given(id);
        signIn();
        confirm();
        var thread = Objects.requireNonNull(sent("XD-1", ordinary(), "tolva").thread());
        var late = said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl();
        var preview = said(post("/seat/records").param("say", "adopt")).getRedirectedUrl();
        var last = threads.entries(thread, 0).getLast().entry();
        assertThat(seen(preview).getContentAsString())
                .contains("Has a node of its own", thread + " " + last.n() + " " + last.hash());

        assertThat(approved(preview).getRedirectedUrl())
                .as("one of two officers")
                .isEqualTo("/seat/records");
        assertThat(giving.get(id).status()).isEqualTo(SeatOfPerson.Status.CONFIRMED);
        passkey = new SoftPasskey();
        given(keyMade());
        signIn();
        confirm();
        assertThat(seen("/seat/records").getContentAsString()).contains(preview);
        assertThat(approved(preview).getRedirectedUrl()).isEqualTo("/seat");

        var seats = Objects.requireNonNull(giving.get(id).thread());
        assertThat(threads.find(seats).orElseThrow().state().name()).isEqualTo("Adopted");
        assertThat(giving.get(id).status()).isEqualTo(SeatOfPerson.Status.ENDED);
        assertThat(approved(late).getRedirectedUrl()).isEqualTo("/seat/sign-in");
        assertThat(signIn().getStatus()).isEqualTo(401);
    }

    /** Who is shown the thread from its own joining on reads nothing of before at its host either. */
    @Test
    void who_is_shown_a_joint_thread_from_here_on_reads_nothing_of_before() throws Exception {
        given(keyMade());
        signIn();
        confirm();
        var thread = jointThread();
        sentInJoint(post("/joint/" + thread + "/invite")
                .param("party", "XD-1")
                .param("as", "member")
                .param("shown", "from-here"));
        sentInJoint(post("/joint/" + thread + "/meet")
                .param("what", "new")
                .param("topic", "Among the others")
                .param("when.date", "2027-05-01")
                .param("when.time", "10:00")
                .param("when.zone", "Z"));

        assertThat(page("duty-officer", "/joint/" + thread, "en")).contains("Among the others");
        assertThat(seen("/seat/joint/" + thread).getContentAsString())
                .contains("The same servers.")
                .doesNotContain("Among the others");
    }

    private String jointThread() throws Exception {
        var begin = post("/joint/new").param("states", "XB-1");
        Map.of(
                        "instrument", "uncc/2",
                        "authority", "Cyber Unit",
                        "matter", "One botnet in three States",
                        "offence", "Illegal access",
                        "facts", "The same servers.",
                        "why", "Measures on one day.",
                        "places", "In all of them.")
                .forEach(begin::param);
        return sentInJoint(begin).replace("/joint/", "");
    }

    private String sentInJoint(MockHttpServletRequestBuilder what) throws Exception {
        var draft = redirected("duty-officer", what);
        redirected("duty-officer", post(draft + "/submit"));
        return redirected(
                "second-officer",
                post(draft + "/approve").param("method", "practice").param("once", token()));
    }

    private String exported(String thread) throws Exception {
        try (var out = Files.newOutputStream(folder.resolve("thread.zip"))) {
            joints.export(thread, out);
        }
        return verified();
    }

    /** Whatever a page would let pass: an act from a seat is kept only with a proof that holds, by a key that counts. */
    @Test
    void the_register_itself_takes_no_act_from_a_seat_without_its_proof() throws Exception {
        var id = keyMade();
        given(id);
        var seat = giving.get(id);
        var thread = Objects.requireNonNull(sent("XD-1", ordinary(), "tolva").thread());
        var facts = Map.of("recorded", "seat", "speaker", "XD-1", "key", seat.keyHash());
        var act = making.act(making.in(thread), "acknowledge", "XD-1", Role.REQUESTED, facts, Map.of(), List.of());
        var right = passkey.asserted(HexFormat.of().parseHex(act.id()));

        refusedAtDoor("seat-form", act, Map.of());
        refusedAtDoor("seat-challenge", act, proof(seat, passkey.asserted(new byte[32])));
        refusedAtDoor(
                "seat-signature",
                act,
                proof(seat, new SoftPasskey().asserted(HexFormat.of().parseHex(act.id()))));
        refusedAtDoor("seat-ended", act, proof(seat, right));

        signIn();
        confirm();
        exchange.send(making.sealed(act, making.pdf(act, seat.person()), BY_OFFICER, proof(seat, right)), null);
        assertThat(threads.act(act.id()).orElseThrow().effect()).isEqualTo("effective");
    }

    private static final List<Approval> BY_OFFICER =
            List.of(new Approval("XD-1/s-1", "passkey", Instant.parse("2026-01-01T00:00:00Z")));

    private Map<String, byte[]> proof(SeatOfPerson seat, String answer) {
        var give = threads.act(Objects.requireNonNull(seat.act())).orElseThrow();
        var entry =
                threads.entry(give.thread(), Objects.requireNonNull(give.n())).orElseThrow();
        var assertion = SeatKeys.assertion(answer, Objects.requireNonNull(seat.key()));
        var given = new SeatProof.Given(entry, give.envelope());
        return Map.of(SeatProof.FILE, new SeatProof(List.of(assertion), List.of(given)).json());
    }

    private void refusedAtDoor(String code, Act act, Map<String, byte[]> files) {
        var sealed = making.sealed(act, making.pdf(act, "XD-1/s-1"), BY_OFFICER, files);
        assertThatExceptionOfType(Threads.Refused.class)
                .isThrownBy(() -> exchange.send(sealed, null))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
        assertThat(threads.act(act.id())).isEmpty();
    }

    /** The token of a form is bound to a cookie that only these pages get. */
    @Test
    void a_form_without_the_token_of_its_page_does_nothing() throws Exception {
        given(keyMade());
        var page = keep(web.perform(get("/seat/sign-in")).andReturn().getResponse());
        assertThat(token(page).getPath()).isEqualTo("/seat");
        assertThat(token(page).isHttpOnly()).isTrue();
        var answer = passkey.asserted(challenge(page.getContentAsString()));

        var without = web.perform(
                        post("/seat/sign-in").param("assertion", answer).cookie(cookie, token(page)))
                .andReturn()
                .getResponse();
        assertThat(without.getRedirectedUrl()).isEqualTo("/seat/sign-in");
        var with = web.perform(post("/seat/sign-in")
                        .param("assertion", answer)
                        .param("_csrf", typed(page))
                        .cookie(cookie, token(page)))
                .andReturn()
                .getResponse();
        assertThat(with.getRedirectedUrl()).isEqualTo("/seat");
    }

    @Test
    void who_signs_in_without_end_is_told_to_wait_and_fills_no_record() throws Exception {
        given(keyMade());
        for (int n = 0; n < 30; n++) {
            assertThat(signIn().getStatus()).isEqualTo(302);
        }

        var late = signIn();

        assertThat(late.getStatus()).isEqualTo(401);
        assertThat(late.getContentAsString()).contains("very often in the last hour");
    }

    @Test
    void who_rang_does_not_give_the_key_alone() throws Exception {
        var id = keyMade();
        called(id, fingerprint);

        refused(
                "seat.second-must-differ",
                () -> giving.approve(id, new org.comity.identity.Approvals.Proof.Practice(), official("maren")));
    }

    @Test
    void a_key_that_was_not_confirmed_reads_and_writes_nothing() throws Exception {
        given(keyMade());
        signIn();
        var thread = Objects.requireNonNull(sent("XD-1", ordinary(), "tolva").thread());

        assertThat(seen("/seat").getContentAsString()).doesNotContain(thread);
        assertThat(seen("/seat/threads/" + thread).getStatus()).isEqualTo(404);
        assertThat(said(post("/seat/threads/" + thread + "/acknowledge")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_thread_of_another_state_is_as_one_that_is_not_there() throws Exception {
        given(keyMade());
        signIn();
        confirm();
        var other = Objects.requireNonNull(sent("XB-1", ordinary(), "tolva").thread());

        assertThat(seen("/seat").getContentAsString()).doesNotContain(other);
        assertThat(seen("/seat/threads/" + other).getStatus()).isEqualTo(404);
        assertThat(seen("/seat/threads/" + other + "/acknowledge").getStatus()).isEqualTo(404);
        assertThat(seen("/seat/threads/" + "0".repeat(8) + other.substring(8)).getStatus())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/desk",
                "/requests",
                "/requests/new",
                "/seats",
                "/directory",
                "/joint",
                "/me",
                "/admin/people",
                "/oversight",
                "/evidence",
                "/api/v1/requests"
            })
    void a_seat_opens_no_page_of_officials(String path) throws Exception {
        given(keyMade());
        signIn();
        confirm();
        assertThat(seen("/seat").getStatus()).isEqualTo(200);

        var answer = seen(path);

        assertThat(answer.getStatus()).as(path).isIn(302, 401, 403);
        if (answer.getStatus() == 302) assertThat(answer.getRedirectedUrl()).startsWith("/sign-in");
    }

    /** Below the public rooms, and for officers alone. */
    @ParameterizedTest
    @ValueSource(strings = {"/rooms/held", "/rooms/held/open-room"})
    void where_rooms_are_held_a_seat_is_asked_to_sign_in(String path) throws Exception {
        given(keyMade());
        signIn();
        confirm();

        assertThat(seen(path).getRedirectedUrl()).startsWith("/sign-in");
    }

    @Test
    void an_official_is_nobody_on_the_pages_of_seats() throws Exception {
        for (var path : new String[] {"/seat", "/seat/threads/" + "0".repeat(36), "/seat/acts/" + "0".repeat(64)}) {
            var answer = web.perform(get(path).cookie(seat("duty-officer")))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getRedirectedUrl()).isEqualTo("/seat/sign-in");
        }
    }

    @Test
    void an_invitation_works_once() throws Exception {
        var token = invited();
        made(token);

        assertThat(web.perform(get("/seat/invitation/" + token))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Autowired
    private GivingSeats giving;

    @Autowired
    private MakingSeatActs making;

    @Autowired
    private Exchange exchange;

    private String fingerprint = "";

    private String invited() throws Exception {
        var page = answered(
                200,
                "duty-officer",
                post("/seats")
                        .param("authority", "XD-1")
                        .param("name", "Ana Lorn")
                        .param("function", "Head of unit"));
        return found("/seat/invitation/([0-9a-f]{48})", page);
    }

    private void made(String token) throws Exception {
        var asked =
                keep(web.perform(get("/seat/invitation/" + token)).andReturn().getResponse());
        var done = said(post("/seat/invitation/" + token)
                .param("assertion", passkey.created(challenge(asked.getContentAsString()))));
        fingerprint = found("([0-9]{4}(?: [0-9]{4}){5})", done.getContentAsString());
    }

    /** @return the seat's id */
    private String keyMade() throws Exception {
        made(invited());
        return giving.all().stream()
                .filter(it -> it.key() != null
                        && org.comity.proof.SpokenFingerprint.of(it.keyHash()).equals(fingerprint))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String called(String id, String digits) throws Exception {
        return web.perform(multipart("/seats/" + id + "/call")
                        .file(new MockMultipartFile("letter", "letter.pdf", "application/pdf", LETTER))
                        .param("called", "+999 1 222")
                        .param("numberFrom", "embassy")
                        .param("answeredBy", "Duty room")
                        .param("calledAt", "2026-01-02T10:00")
                        .param("fingerprint", digits)
                        .cookie(seat("duty-officer"))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void given(String id) throws Exception {
        called(id, fingerprint);
        assertThat(page("second-officer", "/seats/" + id, "en")).contains("Approve and give");
        redirected(
                "second-officer",
                post("/seats/" + id + "/approve").param("once", token()).param("method", "practice"));
    }

    private MockHttpServletResponse signIn() throws Exception {
        var page = keep(web.perform(get("/seat/sign-in")).andReturn().getResponse());
        return keep(
                said(post("/seat/sign-in").param("assertion", passkey.asserted(challenge(page.getContentAsString())))));
    }

    private void confirm() throws Exception {
        var preview = said(post("/seat/confirm")).getRedirectedUrl();
        assertThat(seen(preview).getContentAsString()).contains("Confirms the key");
        assertThat(approved(preview).getRedirectedUrl()).isEqualTo("/seat");
    }

    private MockHttpServletResponse approved(String preview) throws Exception {
        return said(
                post(preview).param("assertion", passkey.asserted(HexFormat.of().parseHex(act(preview)))));
    }

    private static String act(String preview) {
        return preview.substring(preview.length() - 64);
    }

    private MockHttpServletResponse seen(String path) throws Exception {
        return web.perform(get(URI.create(path)).cookie(cookie, new Cookie("lang", "en")))
                .andReturn()
                .getResponse();
    }

    /** With the token of a page of seats, as a browser sends it. */
    private <B extends AbstractMockHttpServletRequestBuilder<B>> MockHttpServletResponse said(B what) throws Exception {
        var page = web.perform(get("/seat/sign-in")).andReturn().getResponse();
        return web.perform(what.param("_csrf", typed(page)).cookie(cookie, token(page)))
                .andReturn()
                .getResponse();
    }

    private static Cookie token(MockHttpServletResponse page) {
        return Objects.requireNonNull(page.getCookie("comity-seat-form-XA-1"));
    }

    private static String typed(MockHttpServletResponse page) throws Exception {
        return found("name=\"_csrf\" value=\"([^\"]+)\"", page.getContentAsString());
    }

    private MockHttpServletResponse keep(MockHttpServletResponse response) {
        var set = response.getCookie("comity-seat-XA-1");
        if (set != null) cookie = set;
        return response;
    }

    private static byte[] challenge(String page) {
        return Base64.getUrlDecoder().decode(found("challenge[^A-Za-z0-9_-]+(?:34;:&#34;)?([A-Za-z0-9_-]{43})", page));
    }

    private static String found(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private String verified(String thread) throws Exception {
        try (var out = Files.newOutputStream(folder.resolve("thread.zip"))) {
            threads.export(thread, out);
        }
        return verified();
    }

    private String verified() {
        var node = Objects.requireNonNull(directory.self().node());
        var text = new ByteArrayOutputStream();
        var print = new PrintStream(text, true, UTF_8);
        int code = Verify.run(
                new String[] {
                    folder.resolve("thread.zip").toString(),
                    "--anchor",
                    "XA-1/seal=" + Anchor.fingerprint(node.seal()),
                    "--anchor",
                    "XA-1/register=" + Anchor.fingerprint(node.register())
                },
                print,
                print);
        assertThat(code).as(text.toString(UTF_8)).isEqualTo(ALONE);
        return text.toString(UTF_8);
    }
}
