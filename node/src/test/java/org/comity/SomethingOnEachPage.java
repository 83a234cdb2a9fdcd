package org.comity;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.assistance.ByLetter;
import org.comity.board.Publication;
import org.comity.directory.Directory;
import org.comity.directory.SignedRevocation;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.procedure.Requests;
import org.comity.proof.CanonicalJson;
import org.comity.proof.Digests;
import org.comity.proof.feed.Audience;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/** A node on which something stands on every page, and where to go to see it. */
abstract class SomethingOnEachPage extends PagesOfOneNode {

    protected record Stop(String duty, String path, String as) {}

    @Autowired
    protected Clock clock;

    @Autowired
    private Directory directory;

    @Autowired
    protected JdbcClient db;

    @Autowired
    private ByLetter byLetter;

    protected final List<Stop> stops = new ArrayList<>();

    /** Looked at on the narrowest screen alone. */
    protected final List<Stop> narrow = new ArrayList<>();

    @BeforeAll
    void fill() throws Exception {
        emergencies();
        assistance();
        disputes();
        orders();
        shift();
        administration();
        reminders();
        answers();
        joint();
        seats();
        treaty();
        assessment();
        rounds();
        conference();
        boards();
        offices();
        rooms();
    }

    private void conference() throws Exception {
        var opened = redirected(
                "lawyer",
                post("/conference/texts")
                        .param("key", "model-order")
                        .param("title", "Model order to preserve data")
                        .param("language", "en")
                        .param("editor", "Cadria")
                        .param("words", "The authority orders it.\n\nIt is secret [for 60 days]."));
        var said = post(opened + "/1/2/comments").param("voice", "XB").param("temperature", "concern");
        redirected(
                "lawyer",
                said.param("words", "Until a date.").param("channel", "mail").param("day", "2026-02-03"));
        redirected(
                "lawyer", post(opened + "/next").param("after", "1").param("words-2", "It is secret [until a date]."));
        var session = redirected(
                "lawyer",
                post("/conference/sessions")
                        .param("key", "prac-3")
                        .param("title", "Third practice session")
                        .param("place", "Averne")
                        .param("begins", "2026-12-07")
                        .param("ends", "2026-12-11"));
        redirected("lawyer", post(session + "/item").param("number", "1").param("title", "Opening"));
        redirected("lawyer", post(session + "/speaker").param("item", "1").param("voice", "XB"));
        var decided = post(session + "/decision").param("number", "3/1").param("title", "Model forms");
        decided.param("words", "Model forms are made.")
                .param("taken", "consensus")
                .param("day", "2026-02-03");
        redirected("lawyer", decided);
        redirected(
                "lawyer",
                post("/conference/decisions/3/1").param("what", "Six languages").param("who", "XA"));
        var applies = post("/conference/observers")
                .param("name", "Harbour Data Union")
                .param("sort", "other");
        redirected("lawyer", applies.param("about", "We sail.").param("day", "2026-02-03"));
        stop("lawyer", "/conference", "conference");
        stop("lawyer", session, "session");
        narrow.add(new Stop("lawyer", session + "/document", "session-document"));
        narrow.add(new Stop("lawyer", session + "/decision", "session-decision"));
        narrow.add(new Stop("lawyer", "/conference/decisions", "decisions"));
        stop("lawyer", "/conference/decisions/3/1", "decision");
        stop("lawyer", "/conference/observers", "observers");
        var observer = page("lawyer", "/conference/observers", "en")
                .replaceAll("(?s).*(/conference/observers/[0-9]+)\".*", "$1");
        narrow.add(new Stop("lawyer", observer, "observer"));
        narrow.add(new Stop("duty-officer", "/conference/submissions", "submissions"));
        stop("lawyer", "/conference/texts", "texts");
        stop("lawyer", opened, "text");
        narrow.add(new Stop("lawyer", opened + "/2/2", "text-paragraph"));
        narrow.add(new Stop("lawyer", opened + "/next", "text-next"));
        narrow.add(new Stop("duty-officer", opened + "/compare?from=1&to=2", "text-compared"));
    }

    private void boards() {
        db.sql(
                        "insert into board.followed (host, audience, since, failing, failing_since) values ('XC-1', 'public', :at, 'unreachable', :at)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        byte[] body = Publication.document(
                "0".repeat(32), Map.of("title", "A ratified", "lines", List.of(Map.of("day", "2026-02-03"))));
        var publication = new Publication(
                directory.network(),
                "XC-1",
                "treaty",
                Audience.PUBLIC,
                "row",
                "XA",
                clock.instant(),
                false,
                Digests.sha256(body));
        db.sql("""
                insert into board.held (host, audience, k, board, subject, act, signed, envelope, body, standing, at, taken)
                values ('XC-1', 'public', 1, 'treaty', 'XA', :act, '', :envelope, :body, true, :at, :at)
                """)
                .param("act", publication.act())
                .param("envelope", CanonicalJson.write(publication.json()))
                .param("body", body)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        stop("duty-officer", "/boards", "boards");
        stop("duty-officer", "/boards/XC-1/treaty", "board");
    }

    private void offices() throws Exception {
        var reference = preserved(70);
        var write = post("/offices/new").param("id", "north-region").param("nameEn", "Northern Region");
        redirected(
                "lawyer",
                write.param("nameAr", "الإقليم الشمالي")
                        .param("procedures", "preservation")
                        .param("places", "Cyber Unit")
                        .param("members", "norel"));
        var passOn = post("/requests/" + reference + "/offices").param("office", "north-region");
        redirected("duty-officer", passOn.param("asked", "Keep it and say when it is done."));
        stop("duty-officer", "/offices", "offices");
        stop("lawyer", "/offices/new", "office-new");
        stop("lawyer", "/offices/north-region/edit", "office-edit");
        stop("duty-officer", "/requests/" + reference + "/offices", "office-passages");
        stop("office-member", "/office", "office-mine");
        stop("office-member", "/office/" + reference, "office-one");
    }

    /** A room with a question that was answered, a warning of the checker, and something that a moderator did. */
    private void rooms() throws Exception {
        var room = post("/rooms/held")
                .param("id", "help")
                .param("title", "Public help")
                .param("language", "en")
                .param("terms", "For every authority that looks for another's practice.")
                .param("label", "green")
                .param("everybody", "yes");
        var held = redirected("duty-officer", room);
        redirected("second-officer", post(held + "/open"));
        redirected("duty-officer", post(held + "/moderators").param("official", "maren"));
        redirected(
                "duty-officer",
                post(held + "/members").param("participant", "XB-1").param("role", "member"));
        var topic = redirected(
                "duty-officer",
                post("/rooms/help/new")
                        .param("kind", "question")
                        .param("title", "How long do hosts keep logs?")
                        .param("articles", "25, 28")
                        .param("language", "en")
                        .param("label", "green")
                        .param("text", "One wrote from 203.0.113.7 that it is ninety days.")
                        .param("asWritten", "yes"));
        var answer = redirected(
                "second-officer",
                post(topic).param("language", "en").param("label", "green").param("text", "Thirty days with us."));
        redirected("duty-officer", post(topic + "/accept").param("answer", answer.replaceAll(".*/", "")));
        redirected(
                "duty-officer",
                post(answer + "/moderate")
                        .param("step", "ask")
                        .param("reason", "label")
                        .param("words", "Too wide?"));
        redirected(
                "duty-officer",
                post(answer + "/translations")
                        .param("language", "fr")
                        .param("origin", "machine")
                        .param("text", "Trente jours chez nous."));
        var check = redirected(
                "duty-officer",
                post("/rooms/help/new")
                        .param("kind", "check")
                        .param("title", "Ninety days?")
                        .param("language", "en")
                        .param("label", "green")
                        .param("text", "Could all live with it?"));
        redirected(
                "duty-officer", post(check + "/stance").param("stance", "AGREE").param("words", "As our law has it."));
        stop("duty-officer", "/rooms", "rooms");
        stop("duty-officer", topic, "room-topic");
        stop("second-officer", answer, "room-post");
        stop(IN_SEAT, "/seat/rooms/help", "seat-room");
        stop("duty-officer", "/rooms/held", "rooms-held");
        narrow.add(new Stop("duty-officer", held, "room-held"));
        narrow.add(new Stop("duty-officer", "/rooms/help", "room"));
        narrow.add(new Stop("duty-officer", "/rooms/help/new", "room-new"));
        narrow.add(new Stop("duty-officer", check, "room-check"));
        narrow.add(new Stop("duty-officer", answer + "?translation=fr", "room-translation"));
        narrow.add(new Stop("duty-officer", "/rooms/search?q=days", "rooms-search"));
        narrow.add(new Stop("duty-officer", "/rooms/digest", "rooms-digest"));
        narrow.add(new Stop("duty-officer", "/rooms/moderation", "rooms-moderation"));
    }

    private void rounds() throws Exception {
        var rule = post("/rounds").param("id", "2027-1").param("equity", "25").param("firstHelp", "100");
        var opened = redirected(
                "duty-officer",
                rule.param("lot", "Figures of 4 March").param("room", "10").param("days", "14"));
        stop("duty-officer", "/rounds", "rounds");
        stop("duty-officer", opened, "round");
        activities();
    }

    private void activities() throws Exception {
        var begun = byLetter.opens(
                "capacity-activity/1",
                "XD-1",
                Map.ofEntries(
                        Map.entry("instrument", "uncc"),
                        Map.entry("authority", "Ministry of Justice of Dorvane"),
                        Map.entry("part", "recipient"),
                        Map.entry("title", "First responders"),
                        Map.entry("kind", "train-le"),
                        Map.entry("what", "Twelve days with practice cases."),
                        Map.entry("wordsIn", "en"),
                        Map.entry("round", "2027-1"),
                        Map.entry("need", "XD-2027-000001"),
                        Map.entry("offer", "XE-2027-000002"),
                        Map.entry("begins", "2027-03-01"),
                        Map.entry("ends", "2027-06-30"),
                        Map.entry("units", 12),
                        Map.entry("unit", "persons"),
                        Map.entry("audience", "everybody")));
        var others = new MockMultipartFile(
                "file", "others.xml", "text/xml", "<activities/>".getBytes(StandardCharsets.UTF_8));
        redirected("duty-officer", multipart("/activities/brought").file(others));
        stop("duty-officer", "/activities", "activities");
        stop("duty-officer", "/activities/" + begun, "activity");
        var course = post("/courses")
                .param("id", "2027-C1")
                .param("title", "First responders")
                .param("kind", "evid");
        course.param("language", "en")
                .param("begins", "2026-01-10")
                .param("ends", "2026-01-12")
                .param("places", "9");
        var opened = redirected("duty-officer", course.param("reserved", "2").param("releasedOn", "2026-01-01"));
        narrow.add(new Stop("duty-officer", "/courses", "courses"));
        narrow.add(new Stop("duty-officer", opened, "course"));
        narrow.add(new Stop("duty-officer", "/activities/published", "activities-published"));
        narrow.add(new Stop("duty-officer", "/activities/brought", "activities-brought"));
    }

    private void emergencies() throws Exception {
        var waits = sent("XD-1", emergency(), "maren");
        var stands = sent("XD-1", emergency(), "maren");
        var confirmed = sent("XD-1", emergency(), "maren");
        var held = held();
        var recalled = held();
        redirected(
                "second-officer",
                post("/confirmations/" + stands.act() + "/not-confirmed").param("words", "Nobody was in danger."));
        redirected(
                "second-officer",
                post("/confirmations/" + confirmed.act() + "/confirm")
                        .param("method", "practice")
                        .param("once", token()));
        redirected("duty-officer", post("/drafts/" + recalled.id() + "/recall").param("why", "The wrong account."));
        stop("duty-officer", "/confirmations", "confirmations-own");
        stop("second-officer", "/confirmations", "confirmations");
        stop("second-officer", "/confirmations/" + waits.act(), "confirmation");
        stop("duty-officer", "/confirmations/" + waits.act(), "confirmation-own");
        stop("duty-officer", "/confirmations/" + stands.act(), "confirmation-stands");
        stop("duty-officer", "/confirmations/" + recalled.act(), "confirmation-recalled");
        stop("duty-officer", "/requests/" + waits.reference(), "request-waits");
        stop("lawyer", "/requests/" + waits.reference(), "request-of-the-lawyer");
        stop("oversight", "/oversight?subject=" + waits.reference() + "&kind=approved", "oversight-found");
        stop("duty-officer", "/requests/" + waits.reference() + "/complete", "request-complete");
        stop("duty-officer", "/requests/" + stands.reference(), "request-stands");
        stop("duty-officer", "/requests/" + held.reference(), "request-held");
        stop("duty-officer", "/drafts/" + held.id() + "/approve", "draft-held");
        stop("duty-officer", "/requests/" + recalled.reference(), "request-recalled");
        stop("duty-officer", "/drafts/" + recalled.id() + "/approve", "draft-recalled");
        stop("oversight", "/oversight", "oversight-stands");
    }

    private Draft held() {
        var hour = clock.instant().plus(Duration.ofHours(8));
        return drafts.approve(submitted("XB-1", emergency()).id(), new Proof.Practice(), hour, official("maren"));
    }

    private void disputes() throws Exception {
        var open = disputed();
        var proposed = disputed();
        var settled = disputed();
        for (var path : List.of(proposed, settled)) {
            redirected(
                    "duty-officer",
                    post(path + "/settlement").param("words", "The entry of Dorvane was made twice.\nOurs stands."));
        }
        var hash = page("second-officer", settled, "en")
                .replaceAll("(?s).*name=\"hash\" value=\"([0-9a-f]{64})\".*", "$1");
        redirected(
                "second-officer",
                post(settled + "/settlement/agree").param("method", "practice").param("hash", hash));
        stop("duty-officer", open, "dispute");
        stop("second-officer", proposed, "dispute-second");
        stop("duty-officer", settled, "dispute-settled");
        stop("duty-officer", open.replace("/dispute", ""), "request-disputed");
    }

    private String disputed() {
        var reference = sent("XD-1", ordinary(), "tolva").reference();
        var thread = requests.find(reference).orElseThrow().thread();
        var entry = threads.entries(thread, 0).getFirst();
        var theirs = new String(entry.json(), StandardCharsets.UTF_8).replace("\"effective\"", "\"no-effect\"");
        db.sql(
                        "insert into thread.dispute_proof (thread, why, ours, theirs, theirs_hash, kept_at) values (:t, 'effect', :o, :h, 'x', :at)")
                .param("t", thread)
                .param("o", entry.entry().json())
                .param("h", theirs.getBytes(StandardCharsets.UTF_8))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        db.sql("update thread.thread set disputed = 'effect' where id = :t")
                .param("t", thread)
                .update();
        db.sql("update cooperation.request set disputed = true where thread = :t")
                .param("t", thread)
                .update();
        return "/requests/" + reference + "/dispute";
    }

    private void assistance() throws Exception {
        var preservation = sent("XD-1", ordinary(), "tolva").reference();
        stop("duty-officer", "/requests/" + preservation, "preservation-to-turn");
        var first = redirected("duty-officer", post("/requests/" + preservation + "/follow"));
        var draft = first.substring(0, first.lastIndexOf('/'));
        stop("duty-officer", "/requests/new/assistance", "assistance-new");
        for (var step : List.of(
                "state",
                "offence",
                "proceeding",
                "purposes",
                "data",
                "hearing",
                "assistance",
                "concerned",
                "purpose",
                "preserved",
                "urgency",
                "confidentiality")) {
            stop("duty-officer", draft + "/" + step + "?check=true", "assistance-" + step);
        }
        stop("duty-officer", draft + "/preview", "assistance-preview");
        stop("lawyer", "/articles/procedures/assistance", "procedure-assistance");
        stop("lawyer", "/requests?view=officers&law=assistance", "assistance-listed");
    }

    private void seats() {
        db.sql("""
                insert into cooperation.seat (id, authority, name, function, person, expires_at, invited_by, key)
                values ('0123456789ab', 'XD-1', 'Ana Lorn', 'Head of unit', 'XD-1/s-01234567', :until, 'maren', '\\x00')
                """)
                .param("until", clock.instant().plus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC))
                .update();
        stop("duty-officer", "/seats", "seats");
        stop("duty-officer", "/seats/0123456789ab", "seat");
        inSeat();
    }

    /** Another person of that authority is invited, and a third sits there in a browser of theirs. */
    private void inSeat() {
        var invitation = "ab".repeat(24);
        db.sql("""
                insert into cooperation.seat
                    (id, authority, name, function, person, expires_at, invited_by, invitation, credential, key, given,
                     confirmed)
                values ('aaaaaaaaaaaa', 'XD-1', 'Ivo Marr', 'Judge', 'XD-1/s-11111111', :until, 'maren',
                        sha256(convert_to(:invitation, 'UTF8')), null, null, false, false),
                       ('bbbbbbbbbbbb', 'XD-1', 'Lea Vant', 'Clerk', 'XD-1/s-22222222', :until, 'maren',
                        null, '\\x02', '\\x01', true, true)
                """)
                .param("until", clock.instant().plus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC))
                .param("invitation", invitation)
                .update();
        db.sql("""
                insert into cooperation.seat_visit (hash, seat, seen_at, begun_at)
                values (sha256(convert_to(:cookie, 'UTF8')), 'bbbbbbbbbbbb', :now, :now)
                """)
                .param("cookie", SEAT_COOKIE)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var asked = sent("XD-1", emergency(), "maren");
        stop("duty-officer", "/seat/invitation/" + invitation, "seat-invitation");
        stop(IN_SEAT, "/seat", "seat-home");
        stop(IN_SEAT, "/seat/threads/" + asked.thread(), "seat-thread");
        stop(IN_SEAT, "/seat/threads/" + asked.thread() + "/acknowledge", "seat-form");
        stop("duty-officer", "/drafts/" + asked.id() + "/translations", "translations");
        stop("duty-officer", "/reporting/transfers", "transfers");
        var reference = requests.ofThread(asked.thread()).orElseThrow().reference();
        stop("duty-officer", "/requests/" + reference + "/compartment", "compartment");
    }

    private void joint() throws Exception {
        var kept = jointDraft();
        stop("duty-officer", "/joint/new?draft=" + kept.substring(kept.lastIndexOf('/') + 1), "joint-new");
        var draft = jointDraft();
        redirected("duty-officer", post(draft + "/submit"));
        var thread = redirected("second-officer", post(draft + "/approve").param("method", "practice"));
        stop("duty-officer", "/joint", "joint-threads");
        stop("duty-officer", thread, "joint-thread");
        stop("duty-officer", thread + "/draft", "joint-text");
        var waits = db.sql("select id from cooperation.joint_draft where status = 'SUBMITTED'")
                .query(String.class)
                .list()
                .getFirst();
        stop("second-officer", "/joint/drafts/" + waits, "joint-approve");
    }

    private String jointDraft() throws Exception {
        var begin = post("/joint/new").param("states", "XB-1").param("instrument", "uncc/2");
        for (var key : List.of("authority", "matter", "offence", "facts", "why", "places")) {
            begin.param(key, "One matter in three States.");
        }
        return redirected("duty-officer", begin);
    }

    private void orders() throws Exception {
        var waits = sent("XD-1", emergency(), "maren").reference();
        var granted = sent("XD-1", ordinary(), "tolva").reference();
        for (var reference : List.of(waits, granted)) {
            redirected("duty-officer", post("/requests/" + reference + "/pass-on"));
        }
        redirected(
                "magistrate",
                post("/orders/" + granted)
                        .param("then", "grant")
                        .param("number", "14/26")
                        .param("data", "login records"));
        stop("magistrate", "/orders", "orders");
        stop("duty-officer", "/orders/ending", "orders-ending");
        stop("duty-officer", "/requests/" + preserved(60) + "/providers", "providers");
        stop("magistrate", "/orders/" + waits, "order");
        stop("magistrate", "/orders/" + granted, "order-recorded");
        stop("duty-officer", "/requests/" + granted, "request-ordered");
    }

    private void shift() throws Exception {
        redirected(
                "duty-officer",
                post("/desk/views")
                        .param("name", "Dorvane by letter")
                        .param("shared", "yes")
                        .param("view", "ALL_OPEN")
                        .param("channel", "MAIL"));
        redirected("duty-officer", post("/desk/views").param("name", "Mine").param("view", "MINE"));
        var words = "Dorvane calls back at 03:00.\nRing Ferro.";
        var taken = redirected(
                "duty-officer", post("/desk/handover").param("once", token()).param("words", words));
        redirected("second-officer", post(taken + "/taken"));
        var note = redirected(
                "duty-officer", post("/desk/handover").param("once", token()).param("words", words));
        stop("duty-officer", "/desk", "desk-own");
        stop("second-officer", "/desk", "desk-second");
        stop("duty-officer", "/desk/handover", "handover");
        stop("duty-officer", note, "handover-own");
        stop("second-officer", note, "handover-take");
        stop("duty-officer", taken, "handover-taken");
    }

    private void administration() throws Exception {
        sent("XB-1", emergency(), "maren");
        redirected("duty-officer", post("/courier/out").param("peer", "XB-1"));
        var waits = sent("XB-1", emergency(), "maren").reference();
        var now = clock.instant();
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        var key = generator.generateKeyPair().getPrivate();
        db.sql(
                        "insert into directory.revocation (participant, version, json, effective, compromised_since, received_at) values ('XC-1', 1, :json, :at, :since, :at)")
                .param(
                        "json",
                        SignedRevocation.sign(directory.network(), "XC-1", 1, now, now.minusSeconds(60), key)
                                .json())
                .param("since", now.minusSeconds(60).atOffset(ZoneOffset.UTC))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        stop("duty-officer", "/courier", "courier-waits");
        stop("duty-officer", "/requests/" + waits, "request-unsent");
        stop("administrator", "/admin/health", "health");
        stop("administrator", "/admin/revocations", "revocations");
    }

    /** A request to a State without a node, whose data are kept for eight days more. */
    private void reminders() throws Exception {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var csv =
                "state,direction,channel,day,number,their_case,summary,status,status_day,until\nXD,asked-by-us,bag,%s,N-7,MJ/1,two mailboxes,preserved,%s,%s\n"
                        .formatted(today.minusDays(60), today.minusDays(60), today.plusDays(8));
        var file = new MockMultipartFile("file", csv.getBytes(StandardCharsets.UTF_8));
        redirected(
                "duty-officer",
                post(redirected("duty-officer", multipart("/paper/import").file(file))));
        var filter = new Requests.Filter(null, null, List.of(), null, null, null, "two mailboxes", clock.instant());
        var path =
                "/requests/" + requests.list(filter, null, 1).rows().getFirst().reference();
        redirected(
                "duty-officer",
                post(path + "/reminders/prosecutor")
                        .param("mail", "p.ruan@xa.example")
                        .param("language", "ar"));
        await().until(() -> page("duty-officer", path, "en").contains("mail server not reached"));
        stop("duty-officer", path, "request-reminders");
    }

    /** A request that came by letter, answered up to its delivery; and one of ours, answered on a disk. */
    private void answers() throws Exception {
        var asked = byLetter.asks("XD-1");
        byLetter.item(asked);
        for (var act : List.of(
                "ask",
                "propose-conditions",
                "accept",
                "pass",
                "executed",
                "deliver",
                "postpone",
                "refuse",
                "confidentiality",
                "costs")) {
            stop("duty-officer", "/requests/" + asked + "/" + act, "assistance-" + act);
        }
        stop("duty-officer", "/requests/" + asked, "assistance-asked");
        stop("lawyer", "/requests/" + asked + "/criminality", "criminality");
        var ours = byLetter.asked("XD-1");
        byLetter.says(ours, "propose-conditions", Map.of("text", "For that case alone."), Map.of());
        stop("duty-officer", "/requests/" + ours + "/accept-conditions", "assistance-accept-conditions");
        var given = byLetter.delivered("XD-1");
        for (var act : List.of("matched", "not-matched", "ask-use", "exculpatory", "close")) {
            stop("lawyer", "/requests/" + given + "/" + act, "assistance-" + act);
        }
        for (var page : List.of("documents", "record", "export")) {
            stop("lawyer", "/requests/" + given + "/" + page, "assistance-" + page);
        }
        stop("lawyer", "/requests/" + given, "assistance-given");
        stop("duty-officer", "/requests/" + ours + "/record-act?type=deliver", "assistance-record-deliver");
    }

    private void treaty() throws Exception {
        var csv = """
                state,name,organisation,action,day,notification,source,article,text
                XE,Eldane,,ratification,2026-02-03,P.C.N.11.2026,practice list,,
                XE,Eldane,,reservation,2026-02-03,P.C.N.11.2026,practice list,42(5),Only where both States punish it.
                XF,Fenora,,signature,2026-02-04,P.C.N.12.2026,practice list,,
                XG,Gavarra,,ratified,2026-02-05,the press,practice list,,
                """;
        var file = new MockMultipartFile("file", csv.getBytes(StandardCharsets.UTF_8));
        var sheet = redirected("duty-officer", multipart("/treaty/lines/import").file(file));
        redirected("duty-officer", post(sheet).param("row", "2", "3"));
        for (var id : db.sql("select id from treaty.line where party = 'XE' and standing = 'WAITING'")
                .query(Long.class)
                .list()) {
            redirected("second-officer", post("/treaty/lines").param("line", id.toString()));
        }
        redirected("duty-officer", post(sheet).param("row", "4"));
        redirected("lawyer", post("/treaty/notifications/contact-point").param("told", "Night desk, +999 1 555 0100"));
        redirected("lawyer", post("/treaty/notifications/languages").param("told", "English, Arabic"));
        var sent = post("/treaty/notifications/languages/sent");
        redirected("lawyer", sent.param("day", "2026-02-03").param("channel", "mission"));
        stop("lawyer", "/treaty", "treaty");
        narrow.add(new Stop("duty-officer", sheet, "treaty-sheet"));
        narrow.add(new Stop("second-officer", "/treaty/lines", "treaty-lines"));
        narrow.add(new Stop("second-officer", "/treaty/lines/told", "treaty-told"));
        narrow.add(new Stop("duty-officer", "/treaty/lines/import", "treaty-import"));
        stop("duty-officer", "/treaty/states/XE", "treaty-state");
        var line = db.sql("select min(id) from treaty.line where party = 'XE' and standing = 'CONFIRMED'")
                .query(Long.class)
                .single();
        stop("duty-officer", "/public/en", "public");
        stop("duty-officer", "/public/en/treaty", "public-treaty");
        narrow.add(new Stop("duty-officer", "/public/en/treaty/" + line, "public-line"));
        narrow.add(new Stop("duty-officer", "/public/en/search?q=Eldane", "public-search"));
        stop("lawyer", "/treaty/notifications", "notices");
        narrow.add(new Stop("lawyer", "/treaty/notifications/contact-point", "notice-ready"));
        stop("lawyer", "/treaty/notifications/languages", "notice-sent");
    }

    private void assessment() throws Exception {
        redirected(
                "lawyer",
                post("/assessment/questions/Q25.1").param("choice", "in-part").param("words", "By prosecutors alone."));
        redirected(
                "lawyer", post("/assessment/articles/25").param("letter", "C").param("help", "Two experts."));
        var sheet = new MockMultipartFile(
                "file",
                "id,choice,words,law,in_force\nQ26.1,yes,,Act 9,\nQ26.2,so,,,\n".getBytes(StandardCharsets.UTF_8));
        var look = redirected("lawyer", multipart("/assessment/sheet").file(sheet));
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var made = answered(
                200,
                "lawyer",
                post("/assessment/links")
                        .param("of", "29")
                        .param("question", "Q29.1", "Q29.2")
                        .param("office", "Ministry of Communications")
                        .param("askedBy", today.plusDays(7).toString())
                        .param("ends", today.plusDays(14).toString()));
        stop("lawyer", "/assessment", "assessment");
        narrow.add(new Stop("lawyer", "/assessment/articles/25", "assessment-article"));
        stop("lawyer", "/assessment/questions/Q25.1", "assessment-question");
        narrow.add(new Stop("lawyer", "/assessment/links/new?of=29", "assessment-link"));
        narrow.add(new Stop("lawyer", look, "assessment-sheet"));
        stop("lawyer", made.replaceAll("(?s).*(/assess/[A-Za-z0-9_-]{43}).*", "$1"), "assessment-office");
    }

    private void stop(String duty, String path, String as) {
        stops.add(new Stop(duty, path, as));
    }
}
