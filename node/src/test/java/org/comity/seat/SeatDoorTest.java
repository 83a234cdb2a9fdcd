package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.comity.exchange.Exchange;
import org.comity.identity.SoftPasskey;
import org.comity.proof.act.Act;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** What a seat does not open, and what is not taken from one. */
class SeatDoorTest extends PersonInASeat {

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

    /** Whatever a page would let pass: an act from a seat is kept only with a proof that holds, by a key that counts. */
    @Test
    void the_register_itself_takes_no_act_from_a_seat_without_its_proof() throws Exception {
        var id = keyMade();
        given(id);
        var seat = giving.get(id);
        var thread = asked("XD-1");
        var facts = Map.of("recorded", "seat", "speaker", "XD-1", "key", seat.keyHash());
        var act = making.act(making.in(thread), "acknowledge", "XD-1", Role.REQUESTED, facts, Map.of(), List.of());
        var right = passkey.asserted(HexFormat.of().parseHex(act.id()));

        refusedAtDoor("seat-form", seat, act, Map.of());
        refusedAtDoor("seat-challenge", seat, act, proof(seat, passkey.asserted(new byte[32])));
        refusedAtDoor(
                "seat-signature",
                seat,
                act,
                proof(seat, new SoftPasskey().asserted(HexFormat.of().parseHex(act.id()))));
        refusedAtDoor("seat-ended", seat, act, proof(seat, right));

        signIn();
        confirm();
        exchange.send(
                making.sealed(act, making.pdf(act, List.of(seat.person())), approvedBy(seat), proof(seat, right)),
                null);
        assertThat(threads.act(act.id()).orElseThrow().effect()).isEqualTo("effective");
    }

    private void refusedAtDoor(String code, SeatOfPerson seat, Act act, Map<String, byte[]> files) {
        var sealed = making.sealed(act, making.pdf(act, List.of(seat.person())), approvedBy(seat), files);
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
    void who_looks_at_the_door_stays_signed_in_and_every_way_out_leads_to_the_seat() throws Exception {
        confirmed();

        assertThat(seen("/seat/sign-in").getRedirectedUrl()).isEqualTo("/seat");
        assertThat(seen("/seat").getStatus()).isEqualTo(200);
        assertThat(seen("/seat").getContentAsString()).contains("class=\"brand\" href=\"/seat\"", "href=\"/help\"");
        var other = seen("/seat/threads/" + asked("XB-1"));
        assertThat(other.getStatus()).isEqualTo(404);
        assertThat(other.getContentAsString())
                .contains("href=\"/seat\">Back to your seat")
                .doesNotContain("Go to the desk");
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
        var thread = asked("XD-1");

        assertThat(allThreads()).doesNotContain(thread);
        assertThat(seen("/seat/threads/" + thread).getStatus()).isEqualTo(404);
        assertThat(said(post("/seat/threads/" + thread + "/acknowledge")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_thread_of_another_state_is_as_one_that_is_not_there() throws Exception {
        confirmed();
        var other = asked("XB-1");

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
        confirmed();
        assertThat(seen("/seat").getStatus()).isEqualTo(200);

        var answer = seen(path);

        assertThat(answer.getStatus()).as(path).isIn(302, 401, 403);
        if (answer.getStatus() == 302) assertThat(answer.getRedirectedUrl()).startsWith("/sign-in");
    }

    /** Below the public rooms, and for officers alone. */
    @ParameterizedTest
    @ValueSource(strings = {"/rooms/held", "/rooms/held/open-room"})
    void where_rooms_are_held_a_seat_is_asked_to_sign_in(String path) throws Exception {
        confirmed();

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

        var again = web.perform(get("/seat/invitation/" + token).cookie(new Cookie("lang", "en")))
                .andReturn()
                .getResponse();

        assertThat(again.getStatus()).isEqualTo(404);
        assertThat(again.getContentAsString())
                .contains("This link was used already", "only in the browser in which you made it")
                .doesNotContain(fingerprint);
    }

    /** The officer may ring days later. */
    @Test
    void who_made_a_key_reads_its_digits_in_that_browser_until_the_seat_is_given() throws Exception {
        var token = invited();
        made(token);

        assertThat(digits(token).getContentAsString()).contains(fingerprint, "until the seat is given");

        given(seatOfKey());
        assertThat(digits(token).getStatus()).isEqualTo(404);
        assertThat(digits(token).getContentAsString()).doesNotContain(fingerprint);
    }

    @Test
    void what_an_officer_typed_of_a_call_stays_and_every_error_is_said_at_once() throws Exception {
        var id = keyMade();

        var page = answered(
                200,
                "duty-officer",
                multipart("/seats/" + id + "/call")
                        .file(new MockMultipartFile("letter", "letter.pdf", "application/pdf", LETTER))
                        .param("called", "+999 1 222")
                        .param("numberFrom", "embassy")
                        .param("calledAt", "2026-01-02T10:00")
                        .param("fingerprint", "1234 5678"));

        assertThat(page)
                .contains(
                        "value=\"+999 1 222\"",
                        "value=\"2026-01-02T10:00\"",
                        "value=\"1234 5678\"",
                        "value=\"embassy\" checked",
                        "Write who answered.",
                        "These are not the digits of the key",
                        "Choose the letter again");
        assertThat(answered(200, "duty-officer", post("/seats/" + id + "/end").param("since", "2999-01-02T10:00")))
                .contains(
                        "value=\"2999-01-02T10:00\"",
                        "Give a day and time that has passed, not before the day on which the seat was offered.");
    }

    @Test
    void an_invitation_without_anything_names_each_field() throws Exception {
        assertThat(answered(200, "duty-officer", post("/seats")))
                .contains("Choose an authority without a node.", "Write the person", "function.");
    }

    @Autowired
    private MakingSeatActs making;

    @Autowired
    private Exchange exchange;
}
