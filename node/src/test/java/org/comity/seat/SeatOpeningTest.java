package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.comity.casework.BeforeSending;
import org.comity.casework.InstrumentBonds;
import org.comity.convention.Convention;
import org.comity.directory.AsSecretariat;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.Exchange;
import org.comity.identity.SoftPasskey;
import org.comity.ledger.Ledger;
import org.comity.procedure.Editions;
import org.comity.procedure.Procedures;
import org.comity.thread.Threads;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A thread that a person of a State without a node opens from a seat: written page by page, signed by two, checked offline. */
@ExtendWith(AsSecretariat.class)
class SeatOpeningTest extends PersonInASeat {

    @Autowired
    private MakingSeatActs making;

    @Autowired
    private Exchange exchange;

    @Autowired
    private OpeningFromSeats openings;

    @Autowired
    private SeatOpeningRows rows;

    @Autowired
    private KeepingSeatActs keeping;

    @Autowired
    private Procedures procedures;

    @Autowired
    private ObjectProvider<BeforeSending> rooms;

    @Autowired
    private Editions editions;

    @Autowired
    private SeatSettings settings;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Clock clock;

    @Autowired
    private Convention convention;

    @Test
    void a_need_is_written_page_by_page_signed_by_two_and_stands_where_needs_of_nodes_stand() throws Exception {
        confirmed();
        assertThat(seen("/seat").getContentAsString()).contains("Say what help you need");
        var draft = begun();
        assertThat(seen(draft + "/what").getContentAsString())
                .contains("A gap of your self-assessment can begin a need", "Ministry of Justice of Dorvane")
                .doesNotContain("acts.", "capacity-need.", "compose.");
        written(draft);
        assertThat(seen(draft).getContentAsString()).contains("Is it complete?", "2 passkeys send it");

        var preview = said(multipart(draft).file(pdf("plan.pdf", LETTER))).getRedirectedUrl();
        assertThat(seen(preview).getContentAsString())
                .contains(
                        "Investigators for electronic evidence",
                        "recorded by Aldoria for Dorvane; it is not sent before",
                        draft,
                        "Back to the draft");
        var act = act(preview);
        assertThat(approved(preview).getRedirectedUrl()).isEqualTo("/seat");
        assertThat(threads.act(act)).as("one of two officers").isEmpty();
        assertThat(seen("/seat").getContentAsString())
                .contains("Waits for another officer of your authority", preview, "Send in a need")
                .doesNotContain("Waits for your passkey", "Being written by your authority", "A need was sent in");
        assertThat(seen(preview).getContentAsString())
                .as("nobody approves it twice")
                .doesNotContain("Approve with your passkey", "A need was sent in");

        passkey = new SoftPasskey();
        confirmed();
        assertThat(seen("/seat").getContentAsString())
                .contains("Waits for your passkey", preview)
                .doesNotContain("Waits for another officer of your authority");
        assertThat(seen(preview).getContentAsString()).contains("Approve with your passkey");
        var thread = draft.substring(draft.length() - 36);
        assertThat(approved(preview).getRedirectedUrl()).isEqualTo("/seat/threads/" + thread);

        var kept = threads.act(act).orElseThrow();
        assertThat(kept.effect()).isEqualTo("effective");
        assertThat(kept.n()).isEqualTo(1);
        assertThat(kept.envelope().facts())
                .containsEntry("recorded", "seat")
                .containsEntry("speaker", "XD-1")
                .containsKey("reference");
        assertThat(verified(thread))
                .contains("2 of its passkeys approved it", "[seat-signature]", "had not been ended. [seat-ended]")
                .doesNotContain("FAILED");
        var row = requests.ofThread(thread).orElseThrow();
        assertThat(row.ourRole()).isEqualTo(Role.REQUESTED);
        assertThat(row.counterpart()).isEqualTo("XD-1");
        assertThat(row.subject()).isEqualTo("Investigators for electronic evidence");
        assertThat(page("duty-officer", "/rounds", "en")).contains(row.reference());
        assertThat(page("duty-officer", "/requests?order=NEWEST", "en")).contains(row.reference(), "From a seat");
        assertThat(allThreads()).contains("/seat/threads/" + thread).doesNotContain(draft);
        assertThat(seen("/seat/threads/" + thread).getContentAsString()).contains("/authenticate");
        assertThat(seen(draft).getStatus()).as("it is no draft any more").isEqualTo(404);
    }

    @Test
    void what_is_needed_still_is_said_at_its_field_and_nothing_typed_is_lost() throws Exception {
        confirmed();
        var draft = begun();
        said(filled(draft, "what", "1", "title", "Investigators for electronic evidence", "units", "2"));

        var sent = said(post(draft));

        assertThat(sent.getRedirectedUrl()).isEqualTo(draft + "/what?check=true");
        assertThat(seen(draft + "/what?check=true").getContentAsString())
                .contains("Investigators for electronic evidence", "href=\"#f-kind\"", "href=\"#f-unit\"")
                .doesNotContain("href=\"#f-title\"");
        var wrong = said(multipart(draft).file(pdf("plan.pdf", new byte[9])));
        assertThat(wrong.getRedirectedUrl()).as("what is missing comes first").isEqualTo(draft + "/what?check=true");
        written(draft, 2);
        var file = said(multipart(draft).file(pdf("plan.pdf", new byte[9])));
        assertThat(file.getStatus()).isEqualTo(422);
        assertThat(file.getContentAsString()).contains("Add at most five PDFs");
    }

    @Test
    void what_another_person_saved_meanwhile_is_not_overwritten_unsaid() throws Exception {
        confirmed();
        var draft = begun();
        said(filled(draft, "what", "1", "title", "Saved first"));

        var late = said(filled(draft, "what", "1", "title", "Typed meanwhile"));

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString())
                .contains("Another person of your authority saved this draft", "Typed meanwhile", "value=\"2\"");
        assertThat(seen(draft + "/what").getContentAsString()).contains("Saved first");
        assertThat(said(filled(draft, "what", "2", "title", "Typed meanwhile")).getRedirectedUrl())
                .isEqualTo(draft + "/why");
    }

    /** What is signed is what is shown, and what is shown is what the draft says now (R159). */
    @Test
    void what_was_shown_before_the_draft_was_changed_is_signed_no_more() throws Exception {
        confirmed();
        var draft = begun();
        written(draft);
        var shown = said(post(draft)).getRedirectedUrl();
        assertThat(approved(shown).getRedirectedUrl()).isEqualTo("/seat");
        said(filled(draft, "what", "6", "title", "Prosecutors for electronic evidence"));

        passkey = new SoftPasskey();
        confirmed();
        assertThat(seen("/seat").getContentAsString()).doesNotContain(shown);
        var late = approved(shown);
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString())
                .contains("The draft was changed after this was shown", "sign what it says now");
        assertThat(threads.act(act(shown))).isEmpty();
        assertThat(seen(draft + "/what").getContentAsString()).contains("Prosecutors for electronic evidence");
        assertThat(seen(said(post(draft)).getRedirectedUrl()).getContentAsString())
                .contains("Prosecutors for electronic evidence", "2");
    }

    @Test
    void a_treaty_that_does_not_bind_both_is_neither_offered_nor_signed() throws Exception {
        var seat = giving.get(confirmed());
        var draft = begun();
        written(draft);
        var opening = openings.get(seat, draft.substring(draft.length() - 36));
        assertThat(openings.lacking(opening)).isEmpty();
        var bonds = mock(InstrumentBonds.class);
        when(bonds.bindsNot(any(), any())).thenReturn(true);
        var unbound = new OpeningFromSeats(
                rows, keeping, making, procedures, rooms, bonds, editions, threads, directory, settings, ledger, clock);

        assertThat(unbound.lacking(opening)).contains("state");
        assertThat(unbound.problems(opening, "state").all())
                .extracting(FormProblems.Problem::field)
                .contains("instrument");
        assertThat(unbound.offers(opening, convention.newest("budapest").orElseThrow()))
                .isFalse();
        assertThat(unbound.offers(opening, convention.newest("uncc").orElseThrow()))
                .as("the draft names it already")
                .isTrue();
        assertThatExceptionOfType(SeatRefused.class)
                .isThrownBy(() -> unbound.write(seat, opening, SeatFiles.NONE))
                .satisfies(it -> assertThat(it.code()).isEqualTo("seat.bound-not"));
    }

    @Test
    void what_this_node_does_not_name_for_seats_is_not_begun_and_of_others_nothing_is_shown() throws Exception {
        confirmed();
        assertThat(said(post("/seat/openings").param("law", "assistance")).getStatus())
                .isEqualTo(409);
        assertThat(said(post("/seat/openings").param("law", "no-such-law")).getStatus())
                .isEqualTo(409);
        assertThat(seen("/seat").getContentAsString()).doesNotContain("value=\"assistance\"");
        assertThat(seen("/seat/openings/" + UUID.randomUUID()).getStatus()).isEqualTo(404);
        var draft = begun();
        assertThat(seen(draft + "/no-such-page").getStatus()).isEqualTo(404);
        assertThat(said(post(draft + "/discard")).getRedirectedUrl()).isEqualTo("/seat");
        assertThat(seen(draft).getStatus()).isEqualTo(404);
    }

    /** Each is opened by two of its persons and stands with the Secretariat as that of a node would. */
    @Test
    void a_state_without_a_node_shares_a_practice_speaks_to_a_text_and_notifies() throws Exception {
        opened(
                "treaty-notification",
                Map.of("what", List.of("point", "languages", "told", "English and French.", "holdsFrom", inDays(30))));
        opened(
                "text-position",
                Map.of(
                        "what", List.of("textName", "model-order", "textVersion", "1"),
                        "positions",
                                List.of(
                                        "positions.0.paragraph", "2",
                                        "positions.0.temperature", "concern",
                                        "positions.0.words", "A date is needed.")));
        opened(
                "practice-record",
                Map.of(
                        "what", List.of("title", "Duty judge by phone", "about", "ours", "articles", "29"),
                        "how", List.of("problem", "Orders came too late.", "steps", "A duty judge answers."),
                        "result", List.of("result", "Orders within three hours.", "evidence", "documented"),
                        "terms", List.of("licence", "cc-by", "label", "clear")));
    }

    private void opened(String law, Map<String, List<String>> pages) throws Exception {
        passkey = new SoftPasskey();
        confirmed();
        var first = said(post("/seat/openings").param("law", law)).getRedirectedUrl();
        assertThat(first).as(law).startsWith("/seat/openings/");
        var draft = first.substring(0, first.lastIndexOf('/'));
        int version = 1;
        for (var step : List.copyOf(pages.keySet())) {
            var typed = new ArrayList<>(List.of("authority", "Ministry of Justice of Dorvane"));
            typed.addAll(pages.get(step));
            said(filled(draft, step, "" + version++, typed.toArray(String[]::new)));
        }
        var preview = said(post(draft)).getRedirectedUrl();
        assertThat(preview).as(law).startsWith("/seat/acts/");
        assertThat(approved(preview).getStatus()).isEqualTo(302);
        passkey = new SoftPasskey();
        confirmed();
        assertThat(approved(preview).getStatus()).isEqualTo(302);
        assertThat(threads.act(act(preview)).orElseThrow().effect()).as(law).isEqualTo("effective");
    }

    /** An organisation has no needs of a State; what it gives it can offer. */
    @Test
    void an_organisation_offers_help_and_what_it_gives_as_a_partner() throws Exception {
        var seat = giving.get(confirmed());
        assertThat(openings.offered(seat))
                .extracting(it -> it.law())
                .contains("capacity-need")
                .doesNotContain("partnership");
        var organisation = mock(Participant.class);
        when(organisation.kind()).thenReturn(ParticipantKind.ORGANISATION);
        var known = mock(Directory.class);
        when(known.self()).thenReturn(directory.self());
        when(known.get(seat.authority())).thenReturn(organisation);
        var bonds = mock(InstrumentBonds.class);
        var there = new OpeningFromSeats(
                rows, keeping, making, procedures, rooms, bonds, editions, threads, known, settings, ledger, clock);

        assertThat(there.offered(seat))
                .extracting(it -> it.law())
                .contains("capacity-offer", "partnership", "capacity-activity")
                .doesNotContain("capacity-need");
    }

    @Test
    void a_key_that_was_not_confirmed_begins_nothing() throws Exception {
        given(keyMade());
        signIn();

        assertThat(seen("/seat").getContentAsString()).doesNotContain("/seat/openings");
        assertThat(said(post("/seat/openings").param("law", "capacity-need")).getStatus())
                .isEqualTo(409);
    }

    @Test
    void what_was_shown_opens_nothing_once_its_draft_was_thrown_away() throws Exception {
        confirmed();
        var draft = begun();
        written(draft);
        var preview = said(post(draft)).getRedirectedUrl();

        said(post(draft + "/discard"));

        assertThat(approved(preview).getStatus()).isEqualTo(422);
        assertThat(threads.act(act(preview))).isEmpty();
    }

    /** Begun while it could be, and since then the node names it no more. */
    @Test
    void what_this_node_names_no_more_is_neither_shown_nor_sent() throws Exception {
        var seat = giving.get(confirmed());
        var thread = UUID.randomUUID().toString();
        rows.begin(thread, seat, "assistance/1", need(), Instant.parse("2026-11-01T00:00:00Z"));
        var opening = openings.get(seat, thread);

        assertThatExceptionOfType(SeatRefused.class)
                .isThrownBy(() -> openings.write(seat, opening, SeatFiles.NONE))
                .satisfies(it -> assertThat(it.code()).isEqualTo("seat.not-offered"));
        var facts = new TreeMap<>(KeepingSeatActs.facts(seat));
        facts.put("reference", "XA-2026-900160");
        var in = new MakingSeatActs.In(thread, "capacity-need/1", "uncc/2", List.of(), false);
        var act = making.act(in, "submit", "XD-1", Role.REQUESTING, facts, need(), List.of());
        var late = approved("/seat/acts/" + keeping.keep(seat, act, SeatFiles.NONE));
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString()).contains("Your authority cannot say that now");
    }

    @Test
    void an_authority_has_twenty_drafts_at_most_and_is_told_what_to_do() throws Exception {
        var seat = giving.get(confirmed());
        for (var old : openings.begun(seat)) openings.discard(seat, old.thread());
        for (int n = 0; n < 20; n++) openings.begin(seat, "capacity-need", Map.of());

        assertThat(seen("/seat").getContentAsString())
                .contains("twenty drafts that nobody sent", "throw away")
                .doesNotContain("name=\"law\"");
        assertThat(said(post("/seat/openings").param("law", "capacity-need")).getStatus())
                .isEqualTo(409);
        for (var old : openings.begun(seat)) openings.discard(seat, old.thread());
        assertThat(begun()).startsWith("/seat/openings/");
    }

    /** Whatever a page would let pass (R155, R159). */
    @Test
    void the_register_itself_takes_no_opening_without_its_proof_nor_one_that_its_procedure_refuses() throws Exception {
        var seat = giving.get(confirmed());
        var facts = new TreeMap<>(KeepingSeatActs.facts(seat));
        facts.put("reference", "XA-2026-900159");
        var in = new MakingSeatActs.In(UUID.randomUUID().toString(), "capacity-need/1", "uncc/2", List.of(), false);
        var whole = making.act(in, "submit", "XD-1", Role.REQUESTING, facts, need(), List.of());

        assertThatExceptionOfType(Threads.Refused.class)
                .isThrownBy(() -> exchange.send(
                        making.sealed(whole, making.pdf(whole, List.of(seat.person())), approvedBy(seat), Map.of()),
                        null))
                .satisfies(it -> assertThat(it.code()).isEqualTo("seat-form"));

        var less = new HashMap<>(need());
        less.remove("why");
        var refused = making.act(in, "submit", "XD-1", Role.REQUESTING, facts, less, List.of());
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> exchange.send(
                        making.sealed(
                                refused,
                                making.pdf(refused, List.of(seat.person())),
                                approvedBy(seat),
                                signed(seat, refused.id())),
                        null))
                .satisfies(it -> assertThat(it.facts()).containsValue("why"));
        assertThat(threads.find(in.thread())).isEmpty();

        exchange.send(
                making.sealed(
                        whole, making.pdf(whole, List.of(seat.person())), approvedBy(seat), signed(seat, whole.id())),
                null);
        assertThat(threads.act(whole.id()).orElseThrow().effect()).isEqualTo("effective");
    }

    private Map<String, byte[]> signed(SeatOfPerson seat, String act) {
        return proof(seat, passkey.asserted(HexFormat.of().parseHex(act)));
    }

    /** @return the path of the draft */
    private String begun() throws Exception {
        var first = said(post("/seat/openings").param("law", "capacity-need")).getRedirectedUrl();
        assertThat(first).endsWith("/what");
        return first.substring(0, first.length() - 5);
    }

    private void written(String draft) throws Exception {
        written(draft, 1);
    }

    private void written(String draft, int version) throws Exception {
        assertThat(said(filled(
                                draft,
                                "what",
                                version + "",
                                "authority",
                                "Ministry of Justice of Dorvane",
                                "title",
                                "Investigators for electronic evidence",
                                "kind",
                                "train-le",
                                "articles",
                                "25",
                                "units",
                                "2",
                                "unit",
                                "persons",
                                "severity",
                                "urgent"))
                        .getRedirectedUrl())
                .isEqualTo(draft + "/why");
        said(filled(
                draft, "why", version + 1 + "", "why", "Nobody here can take a copy of a disk.", "cause", "people"));
        said(filled(
                draft,
                "how",
                version + 2 + "",
                "earliest",
                inDays(30),
                "latest",
                inDays(700),
                "languages",
                "en",
                "mode",
                "either",
                "line",
                "good"));
        said(filled(draft, "ready", version + 3 + ""));
        assertThat(said(filled(draft, "readers", version + 4 + "", "audience", "participants"))
                        .getRedirectedUrl())
                .isEqualTo(draft);
    }

    private static MockHttpServletRequestBuilder filled(String draft, String step, String version, String... typed) {
        var page = post(draft + "/" + step).param("version", version);
        for (int i = 0; i < typed.length; i += 2) page.param(typed[i], typed[i + 1]);
        return page;
    }

    private static MockMultipartFile pdf(String name, byte[] content) {
        return new MockMultipartFile("files", name, "application/pdf", content);
    }

    private Map<String, Object> need() {
        return Map.ofEntries(
                Map.entry("instrument", "uncc"),
                Map.entry("authority", "Ministry of Justice of Dorvane"),
                Map.entry("title", "Investigators for electronic evidence"),
                Map.entry("kind", "train-le"),
                Map.entry("articles", List.of("25", "28")),
                Map.entry("units", 2),
                Map.entry("unit", "persons"),
                Map.entry("severity", "urgent"),
                Map.entry("why", "Nobody here can take a copy of a disk."),
                Map.entry("cause", List.of("people")),
                Map.entry("earliest", inDays(30)),
                Map.entry("latest", inDays(700)),
                Map.entry("languages", List.of("en")),
                Map.entry("mode", "either"),
                Map.entry("line", "good"),
                Map.entry("audience", "secretariat"));
    }
}
