package org.comity.casework.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.casework.BeforeForgetting;
import org.comity.casework.Correspondence;
import org.comity.casework.Correspondence.Arrived;
import org.comity.casework.DomesticFile;
import org.comity.casework.Officers;
import org.comity.casework.OpenCalls;
import org.comity.casework.Promises;
import org.comity.casework.calls.KeptCall.Settled;
import org.comity.directory.Directory;
import org.comity.identity.Approvals.Proof;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.ui.TypedMoment;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A call is taken down, rung back at the number of the directory, and joined to its request once that is here. */
class CallsTest extends Officers {

    private static final String DESK = "duty-officer";

    @Autowired
    private OpenCalls calls;

    @Autowired
    private TakenDownRows rows;

    @Autowired
    private List<BeforeForgetting> remains;

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private DomesticFile file;

    @Autowired
    private Promises promises;

    @Autowired
    private Directory directory;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    @AfterEach
    void no_call() {
        db.sql("delete from cooperation.call").update();
    }

    @Test
    void a_call_is_found_by_what_was_typed_of_it_until_it_belongs_to_a_request() throws Exception {
        var path = taken(call("XB-1").param("identifier", "quillon-7@mail.example"));
        for (var typed : List.of("lorn", "quillon-7@", "+0099955501", "955 501", "until their court", "lorn court")) {
            assertThat(page(DESK, "/search?q=" + typed.replace("+", "%2B").replace(" ", "%20"), "en"))
                    .as(typed)
                    .contains("taken down and part of no request", "href=\"" + path + "\"");
        }
        assertThat(calls.saying("lorn", official("brandel")))
                .as("who writes nothing")
                .isEmpty();
        assertThat(calls.saying("lornman", official("maren"))).isEmpty();

        db.sql("update cooperation.call set thread = 't-any', settled = 'LINKED', settled_at = now()")
                .update();
        assertThat(page(DESK, "/search?q=lorn", "en")).doesNotContain("href=\"" + path + "\"");
    }

    @Test
    void a_call_of_a_state_with_a_node_stands_on_the_desk_and_is_rung_back_at_the_number_of_the_directory()
            throws Exception {
        taken(call("XB-1"));
        var path = taken(call("XB-1").param("life", "yes"));
        assertThat(calls.open(official("maren")).rows())
                .extracting(OpenCalls.OpenCall::life)
                .containsExactly(true, false);
        assertThat(page(DESK, "/desk", "en"))
                .contains("Calls not dealt with", "href=\"" + path, "not rung back yet", "Take down a call");
        assertThat(page(DESK, "/desk", "ar")).contains("مكالمات لم تُعالَج");

        var phone = directory.get("XB-1").phone();
        assertThat(phone).isNotBlank();
        assertThat(page(DESK, path, "en"))
                .contains("Ring back at the number of the directory", phone, "Do not ring back at this number")
                .contains("Ask them to send the request by it")
                .doesNotContain("Record it as a request");
        assertThat(answered(200, DESK, back(path).param("words", "They hung up.")))
                .contains("Choose what came of it.", "They hung up.");
        redirected(DESK, back(path).param("outcome", "NO_ANSWER"));
        assertThat(page(DESK, "/desk", "en")).doesNotContain("rung back and confirmed");
        redirected("lawyer", back(path).param("outcome", "CONFIRMED").param("words", "Duty officer Rill."));

        assertThat(page(DESK, path, "en"))
                .contains("They say that the call was theirs", official("okell").name(), "Duty officer Rill.")
                .doesNotContain("You do not know yet who is calling");
        assertThat(page(DESK, "/desk", "en")).contains("rung back and confirmed");
    }

    @Test
    void the_request_that_comes_is_suggested_by_state_time_and_identifier_and_takes_the_call_into_its_file()
            throws Exception {
        // Others of this node may name the usual one.
        var account = token().substring(0, 12) + "@mail.example";
        var path = taken(call("XD-1").param("identifier", account));
        redirected(DESK, back(path).param("outcome", "CONFIRMED").param("words", "Rill, on duty."));
        var row = asked("XD-1", account);
        var anothers = taken(call("XB-1"));

        assertThat(page(DESK, "/requests/" + row.address(), "en"))
                .contains("A call that may belong to this", "href=\"" + path + "\"")
                .doesNotContain("href=\"" + anothers + "\"");
        assertThat(page(DESK, path, "en")).contains("value=\"" + row.address(), "names the same");
        assertThat(page(DESK, anothers, "en")).doesNotContain(row.reference());
        assertThat(answered(200, DESK, post(path + "/link").param("reference", "XA-2026-999999")))
                .contains("No request to us has this reference", "XA-2026-999999");

        redirected("lawyer", post(path + "/link").param("reference", row.address()));

        var lines = file.lines(row.thread());
        assertThat(lines).extracting(DomesticFile.Line::kind).containsOnly(DomesticFile.Kind.CALL);
        assertThat(lines)
                .extracting(DomesticFile.Line::official)
                .as("who took it down, and who rang")
                .containsOnly("maren");
        assertThat(lines).anySatisfy(it -> assertThat(it.text()).contains("Ana Lorn", "Keep the account", account));
        assertThat(lines).anySatisfy(it -> {
            assertThat(it.text()).contains("Rang back", "Rill, on duty.");
            assertThat(it.number()).isEqualTo(directory.get("XD-1").phone());
        });
        assertThat(page(DESK, "/desk", "en")).doesNotContain("href=\"" + path + "\"");
        assertThat(page(DESK, path, "en"))
                .contains("Belongs to a request.", row.reference())
                .doesNotContain("Ana Lorn", "Keep the account", "Rill, on duty.");
        answered(409, DESK, post(path + "/link").param("reference", row.address()));
        assertThat(ledger.lines(row.thread(), null, 20))
                .extracting(Ledger.Line::what)
                .contains("calls.linked");
    }

    @Test
    void a_promised_call_is_kept_by_one_of_ours_that_was_answered_alone() throws Exception {
        var row = asked("XD-1");
        acknowledged(row);
        assertThat(promises.of(row)).hasSize(1);
        var unanswered = taken(call("XD-1"));
        redirected(DESK, back(unanswered).param("outcome", "NO_ANSWER"));
        redirected(DESK, post(unanswered + "/link").param("reference", row.address()));
        assertThat(file.lines(row.thread())).as("theirs, and ours").hasSize(2);
        assertThat(promises.of(row)).as("nobody was reached").hasSize(1);

        var answered = taken(call("XD-1"));
        redirected(DESK, back(answered).param("outcome", "CONFIRMED"));
        redirected(DESK, post(answered + "/link").param("reference", row.address()));

        assertThat(promises.of(row)).isEmpty();
    }

    private void acknowledged(RequestRow row) {
        var maren = official("maren");
        var hour = "%1$tH:%1$tM".formatted(clock.instant().plusSeconds(1800).atZone(ZoneOffset.UTC));
        var text = "Received, and read by one of us. We call you back by " + hour + " UTC. This is not yet a decision.";
        var draft = drafts.start(
                row.procedure(), "acknowledge", Role.REQUESTED, "XD-1", row.thread(), Map.of("text", text), maren);
        drafts.submit(draft.id(), draft.version(), maren);
        drafts.approve(draft.id(), new Proof.Practice(), null, maren);
    }

    @Test
    void a_call_that_belongs_to_a_closed_request_is_seen_by_nobody_else() throws Exception {
        var path = taken(call("XD-1"));
        var row = asked("XD-1");
        redirected(DESK, post(path + "/link").param("reference", row.address()));
        db.sql("insert into cooperation.compartment (thread, closed_at) values (:thread, now())")
                .param("thread", row.thread())
                .update();
        db.sql("insert into cooperation.compartment_officer (thread, official) values (:thread, 'okell')")
                .param("thread", row.thread())
                .update();

        answered(404, DESK, get(path));
        for (var each : List.of(
                "/settle?why=done",
                "/back?outcome=CONFIRMED&rung=1",
                "/link?reference=" + asked("XD-1").address())) {
            answered(404, DESK, post(path + each).param("once", "a" + each.length()));
            answered(404, DESK, post("/calls/999999" + each).param("once", "b" + each.length()));
        }
        assertThat(page(DESK, "/calls", "en")).doesNotContain("href=\"" + path + "\"");
        assertThat(page("lawyer", path, "en")).contains("Belongs to a request.");
    }

    @Test
    void settled_calls_of_a_closed_request_take_no_place_on_a_page() {
        var settled = new ArrayList<Long>();
        for (int i = 0; i < 30; i++) {
            var at = clock.instant().minusSeconds(i);
            long id = rows.add(new KeptCall(
                    0, "XD-1", "", "K.", "1", "asks", "", false, at, "maren", at, null, null, "", null, null));
            boolean hidden = i < 10;
            rows.settle(id, hidden ? Settled.LINKED : Settled.WITHOUT, hidden ? "t-closed" : null, "", "maren", at);
            if (!hidden) settled.add(id);
        }

        assertThat(rows.settled(0, Set.of("t-closed"))).extracting(KeptCall::id).containsExactlyElementsOf(settled);
        assertThat(rows.settled(0, Set.of())).hasSize(TakenDownRows.PAGE + 1);
    }

    @Test
    void a_call_that_says_that_life_is_at_risk_becomes_an_emergency() throws Exception {
        var path = taken(call("XD-1").param("life", "yes").param("identifier", "taken@mail.example"));
        var page = page(DESK, path, "en");
        assertThat(page).contains("Nobody has confirmed this call yet");
        var text = found("name=\"text\" value=\"([^\"]+)\"", page);
        var life = found("name=\"life\" value=\"([^\"]+)\"", page);

        var hour = found("name=\"cameTime\" value=\"([^\"]+)\"", page);
        assertThat(hour).matches("[0-2][0-9]:[0-5][0-9]");

        var draft = redirected(
                DESK,
                post("/paper/new")
                        .param("counterpart", "XD-1")
                        .param("cameBy", "phone")
                        .param("cameDay", found("name=\"cameDay\" value=\"([^\"]+)\"", page))
                        .param("cameTime", hour)
                        .param("text", text)
                        .param("life", life)
                        .param("law", "preservation"));
        assertThat(page(DESK, draft, "en"))
                .containsPattern("name=\"emergency\"[^>]*checked")
                .containsPattern("name=\"cameTime\"[^>]*value=\"" + hour + "\"")
                .contains("taken@mail.example", "Ana Lorn");
    }

    @Test
    void a_call_that_its_authority_denies_is_offered_no_request_and_stands_in_the_handover_note() throws Exception {
        var account = token().substring(0, 12) + "@mail.example";
        var row = asked("XD-1", account);
        var path = taken(call("XD-1").param("identifier", account));
        assertThat(page(DESK, path, "en")).contains("value=\"" + row.address());
        assertThat(page(DESK, "/desk/handover", "en"))
                .contains("href=\"" + path + "\"", "Ring back and deal with the call");

        redirected(DESK, back(path).param("outcome", "DENIED").param("words", "Not ours."));
        assertThat(page(DESK, path, "en"))
                .contains("The authority knows of no such call.")
                .doesNotContain("value=\"" + row.address());
    }

    @Test
    void of_a_state_without_a_node_it_becomes_a_request_as_paper_does() throws Exception {
        var path = taken(call("XD-1"));
        var page = page(DESK, path, "en");
        assertThat(page).contains("Record it as a request", "action=\"/paper/new\"", "name=\"cameBy\" value=\"phone\"");
        var day = found("name=\"cameDay\" value=\"([^\"]+)\"", page);

        assertThat(redirected(
                        DESK,
                        post("/paper/new")
                                .param("counterpart", "XD-1")
                                .param("cameBy", "phone")
                                .param("cameDay", day)
                                .param("text", "Keep the account a@mail.example.")
                                .param("law", "preservation")))
                .startsWith("/paper/p");
    }

    @Test
    void an_authority_that_nobody_knows_is_not_rung_at_the_number_that_was_given() throws Exception {
        var path = taken(call("-").param("authority", "Unit 9 of Farland"));
        assertThat(answered(200, DESK, back(path).param("outcome", "CONFIRMED").param("rung", "00999-555 01")))
                .contains("This is the number that the caller gave.", "00999-555 01");
        redirected(DESK, back(path).param("outcome", "DENIED").param("rung", "+999 1 1"));

        assertThat(page(DESK, path, "en")).contains("That authority knows of no such call.", "Unit 9 of Farland");
        assertThat(answered(200, DESK, post(path + "/settle"))).contains("Write why nothing more is to be done.");
        redirected(DESK, post(path + "/settle").param("why", "Nobody of theirs called."));
        assertThat(calls.open(official("maren")).rows()).isEmpty();
        assertThat(page(DESK, "/calls", "en")).contains("Dealt with without a request.");
    }

    @Test
    void what_is_missing_is_said_at_its_field_and_no_typed_word_is_lost() throws Exception {
        var tomorrow = TypedMoment.of(clock.instant().plusSeconds(90_000), ZoneOffset.UTC);
        var wrong = answered(
                200,
                DESK,
                post("/calls/new")
                        .param("once", token())
                        .param("counterpart", "-")
                        .param("asks", "long ".repeat(700) + "and its end")
                        .param("number", "+999 55")
                        .param("life", "yes")
                        .param("at.date", String.valueOf(tomorrow.date()))
                        .param("at.time", String.valueOf(tomorrow.time()))
                        .param("at.zone", "Z"));
        assertThat(wrong)
                .contains("Write which authority they named.", "Write who is calling.", "This time has not come yet.")
                .contains("At most 3000 characters", "and its end</textarea>", "+999 55", "value=\"yes\" checked");
        assertThat(calls.open(official("maren")).rows()).isEmpty();
    }

    @Test
    void more_than_a_page_of_calls_is_said_on_the_desk_and_found_under_calls() throws Exception {
        for (int n = 0; n < 20; n++) {
            taken(call("XB-1"));
        }
        assertThat(page(DESK, "/desk", "en")).doesNotContain("and more", "All calls that wait");
        var last = taken(call("XD-1"));
        var row = asked("XD-1");

        assertThat(page(DESK, "/desk/handover", "en"))
                .contains("More calls wait than are named here. <a href=\"/calls\">All calls that wait</a>");
        var note = redirected(DESK, post("/desk/handover").param("once", token()));
        assertThat(page(DESK, note, "en")).contains("More calls wait than are named here.");
        assertThat(page(DESK, "/desk", "en"))
                .contains("20, and more", "<a href=\"/calls\">All calls that wait</a>")
                .doesNotContain("href=\"" + last + "\"");
        assertThat(page(DESK, "/requests/" + row.address(), "en"))
                .contains("A call that may belong to this", "href=\"" + last + "\"");
        assertThat(page(DESK, "/calls", "en"))
                .contains("href=\"/calls?page=1\"")
                .doesNotContain("href=\"" + last + "\"");
        assertThat(page(DESK, "/calls?page=1", "en"))
                .contains("href=\"" + last + "\"", "href=\"/calls?page=0\"")
                .doesNotContain("href=\"/calls?page=2\"");

        db.sql("update cooperation.call set settled = 'WITHOUT', settled_by = 'maren', settled_at = taken_at")
                .update();
        assertThat(page(DESK, "/calls", "en"))
                .contains("href=\"" + last + "\"", "href=\"/calls?page=1\"", "No call waits");
        assertThat(page(DESK, "/calls?page=1", "en"))
                .contains("Dealt with", "href=\"/calls?page=0\"")
                .doesNotContain("No call waits", "href=\"/calls?page=2\"");
    }

    @Test
    void each_time_somebody_rang_back_comes_into_the_file_and_a_double_press_is_once() throws Exception {
        var path = taken(call("XD-1"));
        for (int n = 0; n < 55; n++) {
            redirected(DESK, back(path).param("outcome", "NO_ANSWER"));
        }
        var once = token();
        for (int press = 0; press < 2; press++) {
            redirected(
                    DESK,
                    post(path + "/back")
                            .param("once", once)
                            .param("outcome", "CONFIRMED")
                            .param("words", "Rill, on duty."));
        }
        var row = asked("XD-1");
        redirected(DESK, post(path + "/link").param("reference", row.address()));

        var lines = file.lines(row.thread());
        assertThat(lines).as("the call, and each attempt").hasSize(1 + 55 + 1);
        assertThat(lines).filteredOn(it -> it.text().contains("Rill, on duty.")).hasSize(1);
    }

    @Test
    void what_was_dealt_with_is_forgotten_a_year_later_although_nobody_calls() throws Exception {
        var settled = taken(call("XB-1"));
        var waits = taken(call("XB-1"));
        redirected(DESK, post(settled + "/settle").param("why", "They called by mistake."));

        forgetting(364);
        answered(200, DESK, get(settled));
        forgetting(366);

        answered(404, DESK, get(settled));
        answered(200, DESK, get(waits));
    }

    @Test
    void a_call_is_forgotten_with_its_request() throws Exception {
        var joined = taken(call("XD-1"));
        var others = taken(call("XD-1"));
        var row = asked("XD-1");
        redirected(DESK, post(joined + "/link").param("reference", row.address()));

        remains.forEach(it -> it.forgetting(row.thread()));

        answered(404, DESK, get(joined));
        answered(200, DESK, get(others));
    }

    private void forgetting(int days) {
        new ForgettingCalls(rows, Clock.offset(clock, Duration.ofDays(days))).look();
    }

    @Test
    void calls_are_the_desks_alone() throws Exception {
        var path = taken(call("XB-1"));
        for (var chair : new String[] {"custodian", "oversight", "magistrate", "administrator"}) {
            answered(403, chair, get(path));
            answered(403, chair, get("/calls/new"));
            assertThat(calls.open(official(chair.equals("custodian") ? "ferro" : "brandel"))
                            .rows())
                    .isEmpty();
        }
    }

    private RequestRow asked(String by) {
        return asked(by, "a@mail.example");
    }

    private RequestRow asked(String by, String account) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var body = new HashMap<>(ordinary());
        body.put("identifiers", List.of(Map.of("kind", "mail", "value", account, "time", "", "zone", "")));
        var reference = correspondence.recordRequest(
                "preservation/1", by, body, new Arrived(Channel.MAIL, today, "", "", null), official("maren"));
        return requests.find(reference).orElseThrow();
    }

    private static MockHttpServletRequestBuilder back(String path) {
        return post(path + "/back").param("once", token());
    }

    private String taken(MockHttpServletRequestBuilder form) throws Exception {
        return redirected(DESK, form);
    }

    private MockHttpServletRequestBuilder call(String of) {
        var now = TypedMoment.of(clock.instant(), ZoneOffset.UTC);
        return post("/calls/new")
                .param("once", token())
                .param("counterpart", of)
                .param("caller", "Ana Lorn, duty officer")
                .param("number", "+0099 955 501")
                .param("asks", "Keep the account until their court has decided.")
                .param("at.date", String.valueOf(now.date()))
                .param("at.time", String.valueOf(now.time()))
                .param("at.zone", "Z");
    }
}
