package org.comity;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.directory.SignedRevocation;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A node on which something stands on every page, and where to go to see it. */
abstract class SomethingOnEachPage extends ConventionOnPages {

    @BeforeAll
    void fill() throws Exception {
        emergencies();
        assistance();
        drilled();
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
        comparison();
        rooms();
        digest();
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
        rota();
        calls();
        var words = "Dorvane calls back at 03:00.\nRing Ferro.";
        var taken = redirected(
                "duty-officer", post("/desk/handover").param("once", token()).param("words", words));
        redirected("second-officer", post(taken + "/taken").param("read", "promises", "watch"));
        var note = redirected(
                "duty-officer", post("/desk/handover").param("once", token()).param("words", words));
        stop("duty-officer", "/desk", "desk-own");
        stop("second-officer", "/desk", "desk-second");
        stop("duty-officer", "/desk/handover", "handover");
        stop("duty-officer", note, "handover-own");
        stop("second-officer", note, "handover-take");
        stop("duty-officer", taken, "handover-taken");
    }

    /** A shift of some days, with a gap after it, one day of another's, and one who has no address. */
    private void rota() throws Exception {
        for (var chair : List.of("maren", "okell")) {
            redirected(
                    "second-officer",
                    post("/desk/rota/shifts")
                            .param("officer", chair)
                            .param("firstDay", inDays(chair.equals("maren") ? -1 : 5))
                            .param("lastDay", inDays(6))
                            .param("days", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
                            .param("days", "SATURDAY", "SUNDAY")
                            .param("every", "1")
                            .param("from", "20:00")
                            .param("until", "20:00"));
        }
        redirected(
                "second-officer",
                post("/desk/rota/addresses")
                        .param("person", "maren")
                        .param("mail", "maren.vos.at.night@cyber-crime-unit.authority.example")
                        .param("phone", "+999 1 234 567"));
        var shift = "/desk/rota/shifts/"
                + db.sql("select min(id) from identity.duty_shift")
                        .query(Long.class)
                        .single();
        redirected(
                "second-officer", post(shift + "/changes").param("officer", "-").param("firstDay", inDays(3)));
        stop("duty-officer", "/desk/rota", "rota");
        stop("second-officer", "/desk/rota", "rota-kept");
        stop("second-officer", shift, "rota-shift");
    }

    /** One of a State with a node, rung back; one of nobody known; one that was dealt with. */
    private void calls() throws Exception {
        var known = redirected("duty-officer", call("XD-1").param("life", "yes"));
        redirected(
                "duty-officer",
                post(known + "/back")
                        .param("once", token())
                        .param("outcome", "NO_ANSWER")
                        .param("words", "It rang for two minutes."));
        var unknown = redirected("duty-officer", call("-").param("authority", "Cyber unit of Farland"));
        redirected(
                "duty-officer",
                post(unknown + "/back")
                        .param("once", token())
                        .param("outcome", "DENIED")
                        .param("rung", "+999 7 777"));
        var over = redirected("duty-officer", call("XB-1"));
        redirected("duty-officer", post(over + "/settle").param("why", "They had dialled a wrong number."));
        stop("duty-officer", "/calls/new", "call-new");
        stop("duty-officer", "/calls", "calls");
        stop("duty-officer", known, "call");
        stop("duty-officer", unknown, "call-denied");
        stop("duty-officer", over, "call-over");
    }

    private MockHttpServletRequestBuilder call(String of) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return post("/calls/new")
                .param("once", token())
                .param("counterpart", of)
                .param("caller", "Ana Lorn, duty officer")
                .param("number", "+999 1 234 567 890")
                .param("asks", "Keep the account until their court has decided.")
                .param("identifier", "a-name-that-is-quite-long@mail-of-a-provider.example")
                .param("at.date", now.toLocalDate().toString())
                .param("at.time", "00:00")
                .param("at.zone", "Z");
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
        provider();
        stop("duty-officer", "/courier", "courier-waits");
        stop("duty-officer", "/requests/" + waits, "request-unsent");
        stop("administrator", "/admin/health", "health");
        stop("administrator", "/admin/revocations", "revocations");
    }

    /** Of whom everything is noted that can be. */
    private void provider() throws Exception {
        redirected(
                "duty-officer",
                post("/directory/record")
                        .param("id", "XP-1")
                        .param("kind", "provider")
                        .param("name", "Lake Mail")
                        .param("capital", "Velin")
                        .param("zone", "+01:00")
                        .param("authority", "Office for authorities")
                        .param("languages", "en"));
        var notes = post("/directory/XP-1/provider");
        for (var kind : List.of("subscriber", "traffic", "content")) {
            notes.param(kind + ".days", "30")
                    .param(kind + ".what", "a-name-that-is-quite-long@mail-of-a-provider.example");
        }
        for (var text : List.of("address", "hours", "emergency", "languages", "demands", "source")) {
            notes.param(text, "Office for authorities, Harbour Street 7, open from eight to six");
        }
        redirected("duty-officer", notes.param("since", inDays(-800)).param("checked", inDays(-400)));
        var rows = "203.0.113.0/24\n2001:db8:1234:5678:9abc:def0::/96\nmail.example\n+999123";
        var look = post("/directory/XP-1/ranges/look")
                .param("rows", rows)
                .param("source", "Register of the region")
                .param("day", inDays(-400));
        var shown = found("name=\"shown\" value=\"([0-9a-f]+)\"", answered(200, "duty-officer", look));
        redirected(
                "duty-officer",
                post("/directory/XP-1/ranges")
                        .param("rows", rows)
                        .param("source", "Register of the region")
                        .param("day", inDays(-400))
                        .param("shown", shown));
        var body = Map.<String, Object>of(
                "instrument",
                "other",
                "kinds",
                List.of("traffic"),
                "from",
                inDays(-90) + "T00:00:00Z",
                "identifiers",
                List.of(
                        Map.of("kind", "mail", "value", "b@mail.example", "time", "", "zone", ""),
                        Map.of("kind", "ip", "value", "10.0.0.7", "time", "", "zone", "")));
        var draft =
                drafts.start("provider-order/1", "serve-order", Role.REQUESTING, "XP-1", null, body, official("maren"));
        stop("duty-officer", "/drafts/" + draft.id() + "/data", "draft-to-provider");
        stop("duty-officer", "/directory/XP-1", "directory-provider");
        stop("duty-officer", "/directory/XP-1/provider", "provider-kept");
        stop("duty-officer", "/directory/XP-1/ranges", "provider-ranges");
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

    /** What that person's authority began to write to the host. */
    private void opening() {
        var thread = "0b7e1c52-3f0e-4c53-9a55-0000000000c3";
        db.sql("""
                insert into cooperation.seat_opening (thread, authority, procedure, body, written_by, saved_at)
                values (:thread, 'XD-1', 'capacity-need/1', :body, 'bbbbbbbbbbbb', :now)
                """)
                .param("thread", thread)
                .param("body", "{\"instrument\":\"uncc\",\"title\":\"Investigators\"}")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        for (var step : List.of("state", "what", "why", "how", "ready", "readers")) {
            stop(IN_SEAT, "/seat/openings/" + thread + "/" + step, "seat-opening-" + step);
        }
        stop(IN_SEAT, "/seat/openings/" + thread + "/what?check=true", "seat-opening-lacking");
        stop(IN_SEAT, "/seat/openings/" + thread, "seat-opening-last");
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
        stop(IN_SEAT, "/seat/gaps", "seat-gaps");
        stop(IN_SEAT, "/seat/needs", "seat-needs");
        stop(IN_SEAT, "/seat/offers", "seat-offers");
        stop(IN_SEAT, "/seat/conference", "seat-conference");
        stop(IN_SEAT, "/seat/conference/XA-1/text-model-order", "seat-text");
        stop(IN_SEAT, "/seat/gaps/articles/28", "seat-gaps-article");
        stop(IN_SEAT, "/seat/threads/" + asked.thread(), "seat-thread");
        stop(IN_SEAT, "/seat/threads/" + asked.thread() + "/acknowledge", "seat-form");
        var delivers = requests.find(byLetter.asked("XD-1")).orElseThrow().thread();
        stop(IN_SEAT, "/seat/files?thread=" + delivers, "seat-files");
        stop(IN_SEAT, "/seat/threads/" + delivers + "/deliver", "seat-deliver");
        stop(IN_SEAT, "/seat/records", "seat-records");
        stop(IN_SEAT, "/seat/joint", "seat-joint-threads");
        opening();
        stop(IN_SEAT, jointOfSeat, "seat-joint");
        stop(IN_SEAT, jointOfSeat + "/join", "seat-joint-form");
        stop("duty-officer", "/drafts/" + asked.id() + "/translations", "translations");
        stop("duty-officer", "/reporting/transfers", "transfers");
        var reference = requests.ofThread(asked.thread()).orElseThrow().reference();
        stop("duty-officer", "/requests/" + reference + "/compartment", "compartment");
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

    /** Before a comparison, while ours is written, and with something wrong in it. */
    private void comparison() throws Exception {
        var asked = byLetter.opens(
                "consultation/1",
                "XD-1",
                Map.of(
                        "instrument",
                        "uncc",
                        "matter",
                        "One server",
                        "jurisdiction",
                        java.util.List.of("territory"),
                        "facts",
                        "Both look at it.",
                        "authority",
                        "Police"));
        var page = "/requests/" + asked + "/comparison";
        stop("duty-officer", page, "comparison");
        redirected("duty-officer", multipart(page).param("identifiers", "a@mail.example"));
        stop("duty-officer", page, "comparison-written");
    }

    /** A room with a question that was answered, a warning of the checker, and something that a moderator did. */
    private void digest() throws Exception {
        redirected(
                "second-officer",
                post("/me/digest")
                        .param("often", "weekly")
                        .param("address", "second@xa.example")
                        .param("language", "en"));
        narrow.add(new Stop("second-officer", "/me/digest", "digest"));
        var stop = db.sql("select stop from notification.digest")
                .query(String.class)
                .single();
        narrow.add(new Stop("duty-officer", "/digest/stop/" + stop, "digest-stop"));
    }
}
