package org.comity;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.board.Publication;
import org.comity.capacity.GivenHelp;
import org.comity.directory.AsSecretariat;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.NumberedFeed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.springframework.mock.web.MockMultipartFile;

/** Puts on the pages of a node what the Convention brings: its table, the self-assessment, capacity, the conference and boards. */
abstract class ConventionOnPages extends CasesOnPages {

    protected void treaty() throws Exception {
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
        redirected(
                "lawyer",
                sent.param("day", "2026-02-03")
                        .param("channel", "mission")
                        .param("seen", seenOn(page("lawyer", "/treaty/notifications/languages", "en"))));
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

    protected void assessment() throws Exception {
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

    private void reviews() throws Exception {
        var draw = post("/reviews").param("round", "2099-1").param("states", "XA, East\nXB, East\nXC, West\nXD, West");
        var committed = redirected(
                "duty-officer", draw.param("named", "Numbers of a lottery").param("day", "2099-04-02"));
        stop("duty-officer", "/reviews", "reviews");
        stop("duty-officer", committed, "review");
    }

    protected void rounds() throws Exception {
        var rule = post("/rounds").param("id", "2027-1").param("equity", "25").param("firstHelp", "100");
        var opened = redirected(
                "duty-officer",
                rule.param("lot", "Figures of 4 March").param("room", "10").param("days", "14"));
        stop("duty-officer", "/rounds", "rounds");
        stop("duty-officer", opened, "round");
        reviews();
        activities();
    }

    private void activities() throws Exception {
        var begun = AsSecretariat.during(() -> byLetter.opens(
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
                        Map.entry("audience", "everybody"))));
        var others = new MockMultipartFile(
                "file", "others.xml", "text/xml", "<activities/>".getBytes(StandardCharsets.UTF_8));
        redirected("duty-officer", multipart("/activities/brought").file(others));
        stop("duty-officer", "/capacity", "capacity");
        stop("duty-officer", "/activities", "activities");
        stop("duty-officer", "/activities/" + begun, "activity");
        given();
        var person = post("/experts").param("name", "Ada of Belmora").param("contact", "Police college");
        person.param("nominatedBy", "Belmora").param("kinds", "evid").param("languages", "en fr");
        person.param("consent", "Letter, file 12").param("given", inDays(-30)).param("until", inDays(300));
        var expert = redirected("duty-officer", person);
        narrow.add(new Stop("duty-officer", "/experts?kind=evid", "experts"));
        narrow.add(new Stop("duty-officer", expert, "expert"));
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

    /** What others give us, as their letters say it. */
    private void given() {
        byLetter.opens(
                "capacity-contribution/1",
                "XD-1",
                GivenHelp.contribution(List.of(Map.of("amount", "1000", "currency", "XTS", "on", "2027-12-31"))));
        byLetter.opens(
                "capacity-item/1",
                "XD-1",
                Map.ofEntries(
                        Map.entry("instrument", "uncc"),
                        Map.entry("authority", "Ministry of Justice of Dorvane"),
                        Map.entry("title", "Write blockers"),
                        Map.entry("kind", "equip"),
                        Map.entry("activity", "2027-1-A"),
                        Map.entry("purpose", "Copies of disks."),
                        Map.entry("reach", "extract"),
                        Map.entry("exportControl", "none-needed"),
                        Map.entry("tenders", "sells-none")));
        narrow.add(new Stop("duty-officer", "/contributions", "contributions"));
        narrow.add(new Stop("duty-officer", "/equipment", "equipment"));
    }

    protected void conference() throws Exception {
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
                        .param("begins", "2026-02-02")
                        .param("ends", "2026-02-06"));
        redirected("lawyer", post(session + "/item").param("number", "1").param("title", "Opening"));
        redirected("lawyer", post(session + "/speaker").param("item", "1").param("voice", "XB"));
        var states = post(session + "/statement").param("item", "1").param("voice", "XB");
        redirected("lawyer", states.param("language", "en").param("words", "We thank the host."));
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
        db.sql("""
                insert into conference.session_part (session, act, thread, kind, voice, item, came_at)
                values ('prac-3', 'an act', 'a thread', 'FLOOR', 'XB', 1, now())
                """).update();
        stop("lawyer", session, "session");
        narrow.add(new Stop("lawyer", session + "/document", "session-document"));
        narrow.add(new Stop("lawyer", session + "/statements?item=1", "session-statements"));
        var statement = page("lawyer", session, "en")
                .replaceAll("(?s).*(/conference/sessions/[^\"]*/statements/[0-9]+)\".*", "$1");
        narrow.add(new Stop("lawyer", statement, "session-statement"));
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

    protected void boards() {
        db.sql(
                        "insert into board.followed (host, audience, since, failing, failing_since) values ('XC-1', 'public', :at, 'unreachable', :at)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        held(1, "treaty", "XA", Map.of("title", "A ratified", "lines", List.of(Map.of("day", "2026-02-03"))));
        var shared = Map.of(
                "kind", "practice-record",
                "title", "Duty judge by phone",
                "reference", "XB-2026-000001",
                "said-by", "XB-1",
                "label", "TLP:CLEAR",
                "checked-on", "2026-02-03",
                "said", Map.of("title", "Duty judge by phone", "about", "ours", "steps", "One number."));
        held(2, "collections", "practice-record:XB-2026-000001", shared);
        held(3, "rooms", "room-night", inRoom("room", "For desks that answer at night."));
        held(4, "rooms", "post-7", inRoom("post", "Who answers when the line is down?"));
        // The page of the Conference says by when a delegation is asked for.
        held(5, "conference", "session-prac-4", coming());
        stop("duty-officer", "/rooms/at/XC-1", "rooms-followed");
        stop("duty-officer", "/rooms/at/XC-1/topics/7", "room-followed-topic");
        stop("duty-officer", "/boards", "boards");
        stop("duty-officer", "/boards/XC-1/treaty", "board");
        narrow.add(new Stop("duty-officer", "/collections", "collections"));
        narrow.add(new Stop("duty-officer", "/collections/practices", "collection"));
        stop("duty-officer", "/collections/practices/XB-1-XB-2026-000001", "collection-record");
    }

    private Map<String, Object> coming() {
        return Map.of(
                "kind", "session",
                "title", "Fourth practice session",
                "session", "prac-4",
                "place", "Averne",
                "begins", inDays(30),
                "ends", inDays(34),
                "delegations-by", inDays(23));
    }

    private static Map<String, Object> inRoom(String kind, String text) {
        return Map.ofEntries(
                Map.entry("kind", kind),
                Map.entry("title", "Night desks"),
                Map.entry("room", "night"),
                Map.entry("topic", 7),
                Map.entry("post", 7),
                Map.entry("topic-kind", "question"),
                Map.entry("label", "TLP:CLEAR"),
                Map.entry("language", "en"),
                Map.entry("writes", "everybody"),
                Map.entry("said-by", "XB-1"),
                Map.entry("at", "2026-02-03T12:00:00Z"),
                Map.entry("text", text));
    }

    private void held(long k, String board, String subject, Map<String, ?> shown) {
        byte[] body = Publication.document("0".repeat(32), shown);
        var publication = new Publication(
                directory.network(),
                "XC-1",
                board,
                NumberedFeed.first(Audience.PUBLIC),
                Publication.kind("row", shown),
                subject,
                clock.instant(),
                false,
                Digests.sha256(body));
        db.sql("""
                insert into board.held (host, audience, k, board, subject, act, signed, envelope, body, standing, at, taken)
                values ('XC-1', 'public', :k, :board, :subject, :act, '', :envelope, :body, true, :at, :at)
                """)
                .param("k", k)
                .param("board", board)
                .param("subject", subject)
                .param("act", publication.act())
                .param("envelope", CanonicalJson.write(publication.json()))
                .param("body", body)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    protected void rooms() throws Exception {
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
                        .param("title", "Ninety days? " + "W".repeat(180))
                        .param("due", inDays(20))
                        .param("language", "en")
                        .param("label", "green")
                        .param("text", "Could all live with it?"));
        redirected(
                "duty-officer", post(check + "/stance").param("stance", "AGREE").param("words", "As our law has it."));
        stop("duty-officer", "/rooms", "rooms");
        stop("duty-officer", topic, "room-topic");
        stop("second-officer", answer, "room-post");
        stop(IN_SEAT, "/seat/rooms/help", "seat-room");
        stop(IN_SEAT, "/seat/rooms/waiting", "seat-rooms-waiting");
        stop("duty-officer", "/rooms/held", "rooms-held");
        narrow.add(new Stop("duty-officer", held, "room-held"));
        narrow.add(new Stop("duty-officer", "/rooms/help", "room"));
        narrow.add(new Stop("duty-officer", "/rooms/help/new", "room-new"));
        narrow.add(new Stop("duty-officer", check, "room-check"));
        narrow.add(new Stop("duty-officer", answer + "?translation=fr", "room-translation"));
        narrow.add(new Stop("duty-officer", "/rooms/search?q=days", "rooms-search"));
        narrow.add(new Stop("duty-officer", "/rooms/waiting", "rooms-waiting"));
        narrow.add(new Stop("duty-officer", "/rooms/digest", "rooms-digest"));
        narrow.add(new Stop("duty-officer", "/rooms/moderation", "rooms-moderation"));
    }
}
